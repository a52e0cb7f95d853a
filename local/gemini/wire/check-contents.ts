import { GoogleError } from './google-error.ts';
import { demandsResponses, demandsSignatures, type Operation } from './parse-path.ts';
import type { Content, Part } from './request-schema.ts';
import { isOwnSignature, skipSignatures } from './signature.ts';

/** Contents of one role in a row: clients that keep one content per chunk send several for one turn. */
type Step = { role: string; parts: Part[]; position: number };

/**
 * Holds the rules for a conversation: roles, parts, calls with their responses, thought signatures.
 * @throws GoogleError 400, in Google's words where they are known.
 */
export function checkContents(contents: Content[] | undefined, { api, model }: Operation): void {
  if (!contents || contents.length === 0)
    throw new GoogleError(400, '* GenerateContentRequest.contents: contents is not specified\n');
  contents.forEach((content, index) => {
    const roleMayBeAbsent = api === 'gemini' && contents.length === 1;
    if (!['user', 'model'].includes(content.role ?? (roleMayBeAbsent ? 'user' : '')))
      throw new GoogleError(400, 'Please use a valid role: user, model.');
    checkParts(content, index);
  });
  const steps = toSteps(contents);
  checkPairs(steps, demandsResponses(model));
  if (demandsSignatures(model)) checkSignatures(steps);
}

function checkParts(content: Content, index: number): void {
  const at = `GenerateContentRequest.contents[${index}].parts`;
  if (!content.parts || content.parts.length === 0)
    throw new GoogleError(400, `* ${at}: contents.parts must not be empty.\n`);
  content.parts.forEach((part, partIndex) => {
    const data = dataFields.filter((field) => part[field] !== undefined);
    if (data.length === 0)
      throw new GoogleError(
        400,
        `* ${at}[${partIndex}].data: required oneof field 'data' must have one initialized field\n`,
      );
    if (data.length > 1)
      throw new GoogleError(
        400,
        `Invalid value at 'contents[${index}].parts[${partIndex}]' (oneof), oneof field 'data' is already set. Cannot set '${data[1]}'`,
      );
    if (!isTextOrFunction(part))
      throw new GoogleError(400, `The local model takes text and functions only, not ${data[0]}.`);
    if (part.functionCall && content.role !== 'model')
      throw new GoogleError(400, 'Please ensure that function call parts are in a turn of role model.');
    if (part.functionResponse && content.role === 'model')
      throw new GoogleError(400, 'Please ensure that function response parts are in a turn of role user.');
  });
}

const dataFields = [
  'text',
  'functionCall',
  'functionResponse',
  'inlineData',
  'fileData',
  'executableCode',
  'codeExecutionResult',
  'toolCall',
  'toolResponse',
] as const;

function isTextOrFunction(part: Part): boolean {
  return part.text !== undefined || part.functionCall !== undefined || part.functionResponse !== undefined;
}

function toSteps(contents: Content[]): Step[] {
  const steps: Step[] = [];
  contents.forEach((content, index) => {
    const role = content.role ?? 'user';
    const last = steps.at(-1);
    if (last?.role === role) last.parts.push(...(content.parts ?? []));
    else steps.push({ role, parts: [...(content.parts ?? [])], position: index + 1 });
  });
  return steps;
}

function checkPairs(steps: Step[], responsesDemanded: boolean): void {
  steps.forEach((step, index) => {
    const calls = step.parts.flatMap((part) => part.functionCall ?? []);
    const responses = step.parts.flatMap((part) => part.functionResponse ?? []);
    const callsBefore = steps[index - 1]?.parts.flatMap((part) => part.functionCall ?? []) ?? [];
    if (calls.length > 0 && index === 0)
      throw new GoogleError(
        400,
        'Please ensure that function call turn comes immediately after a user turn or after a function response turn.',
      );
    if (responses.length > 0 && callsBefore.length === 0)
      throw new GoogleError(
        400,
        'Please ensure that function response turn comes immediately after a function call turn.',
      );
    const unanswered = callsBefore.length > 0 && responses.length === 0 && !responsesDemanded;
    const unmatched = callsBefore.map((call) => call.name).sort();
    if (!unanswered && responses.length !== callsBefore.length)
      throw new GoogleError(
        400,
        'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.',
      );
    const names = responses.map((response) => response.name).sort();
    if (!unanswered && names.join() !== unmatched.join())
      throw new GoogleError(
        400,
        `Please ensure that each function response has the name of its function call: ${unmatched.join(', ')} were called, ${names.join(', ')} answered.`,
      );
  });
}

/** The current turn begins at the last text of the user. */
function checkSignatures(steps: Step[]): void {
  const turnStart = steps.findLastIndex(
    (step) => step.role === 'user' && step.parts.some((part) => part.text !== undefined),
  );
  steps.forEach((step, index) => {
    for (const { thoughtSignature: signature } of step.parts)
      if (signature !== undefined && !skipSignatures.includes(signature) && !isOwnSignature(signature))
        throw new GoogleError(400, 'Corrupted thought signature.');
    const firstCall = step.parts.find((part) => part.functionCall !== undefined);
    if (index > turnStart && firstCall && firstCall.thoughtSignature === undefined)
      throw new GoogleError(
        400,
        `Function call is missing a thought_signature in functionCall parts. This is required for tools to work correctly, and missing thought_signature may lead to degraded model performance. Additional data, function call \`default_api:${firstCall.functionCall?.name}\` , position ${step.position}. Please refer to https://ai.google.dev/gemini-api/docs/thought-signatures for more details.`,
      );
  });
}
