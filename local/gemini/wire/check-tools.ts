import { checkSchema } from './check-schema.ts';
import { GoogleError } from './google-error.ts';
import type { FunctionDeclaration, RequestBody } from './request-schema.ts';

const namePattern = /^[A-Za-z_][A-Za-z0-9_.:-]{0,127}$/;

/**
 * Holds the rules for tools and their configuration, and returns all function declarations.
 * @throws GoogleError 400
 */
export function checkTools(body: RequestBody): FunctionDeclaration[] {
  const declarations: FunctionDeclaration[] = [];
  body.tools?.forEach((tool, toolIndex) => {
    const other = Object.keys(tool).find((key) => key !== 'functionDeclarations');
    if (other !== undefined)
      throw new GoogleError(400, `The local model takes function declarations only, not ${other}.`);
    tool.functionDeclarations?.forEach((declaration, index) => {
      const field = `tools[${toolIndex}].function_declarations[${index}]`;
      checkDeclaration(declaration, field);
      if (declarations.some((earlier) => earlier.name === declaration.name))
        throw new GoogleError(400, `Duplicate function declaration found: ${declaration.name}`);
      declarations.push(declaration);
    });
  });
  const config = body.toolConfig?.functionCallingConfig;
  const allowed = config?.allowedFunctionNames ?? [];
  if (allowed.length > 0 && config?.mode !== 'ANY' && config?.mode !== 'VALIDATED')
    throw new GoogleError(
      400,
      'Allowed function names should only be set when function calling mode is ANY or VALIDATED.',
    );
  const unknown = allowed.find((name) => !declarations.some((declaration) => declaration.name === name));
  if (unknown !== undefined)
    throw new GoogleError(
      400,
      `Allowed function name ${unknown} is not found in the function declarations of the request.`,
    );
  if (config?.mode === 'ANY' && declarations.length === 0)
    throw new GoogleError(400, 'Function calling config is set without function_declarations.');
  return allowed.length > 0
    ? declarations.filter((declaration) => allowed.includes(declaration.name))
    : declarations;
}

function checkDeclaration(declaration: FunctionDeclaration, field: string): void {
  if (!namePattern.test(declaration.name))
    throw new GoogleError(
      400,
      `* GenerateContentRequest.${field}.name: Invalid function name. Must start with a letter or an underscore. Must be alphanumeric (a-z, A-Z, 0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum length of 128.\n`,
    );
  if (declaration.parameters && declaration.parametersJsonSchema)
    throw new GoogleError(
      400,
      `* GenerateContentRequest.${field}: parameters and parameters_json_schema are mutually exclusive.\n`,
    );
  if (declaration.parameters) checkSchema(declaration.parameters, `${field}.parameters`, 'openapi');
  if (declaration.parametersJsonSchema)
    checkSchema(declaration.parametersJsonSchema, `${field}.parameters_json_schema`, 'json-schema');
}
