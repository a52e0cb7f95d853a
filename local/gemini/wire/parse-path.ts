import { GoogleError } from './google-error.ts';

export type Operation = {
  api: 'gemini' | 'vertex';
  version: string;
  model: string;
  method: 'generateContent' | 'streamGenerateContent' | 'countTokens';
};

const geminiPath = /^\/(v1|v1beta|v1alpha)\/models\/([^/:]+):([A-Za-z]+)$/;
const vertexPath =
  /^\/(v1|v1beta1)\/projects\/[^/]+\/locations\/[^/]+\/publishers\/google\/models\/([^/:]+):([A-Za-z]+)$/;
/** Name under which the local model may be asked for too. */
export const localModelName = 'tallyboard-local-analyst';

/**
 * What a URL path asks for; null where it is no path of the service.
 * @throws GoogleError 404 for a model or a method that does not exist.
 */
export function parsePath(pathname: string): Operation | null {
  const path = decode(pathname);
  const gemini = geminiPath.exec(path);
  const found = gemini ?? vertexPath.exec(path);
  if (!found) return null;
  const [, version = '', model = '', method = ''] = found;
  const api = gemini ? 'gemini' : 'vertex';
  if (!isMethod(method)) return null;
  if (!/^gemini-(\d|flash|pro)/.test(model) && model !== localModelName) {
    // Google names the method without streaming, whichever was called.
    const asked = method === 'streamGenerateContent' ? 'generateContent' : method;
    throw new GoogleError(
      404,
      `models/${model} is not found for API version ${version}, or is not supported for ${asked}. Call ListModels to see the list of available models and their supported methods.`,
    );
  }
  return { api, version, model, method };
}

/** Gemini 3 and later demand thought signatures back. An alias such as `gemini-flash-latest` counts as the newest. */
export function demandsSignatures(model: string): boolean {
  const generation = /^gemini-(\d+)/.exec(model)?.[1];
  return generation === undefined || Number(generation) >= 3;
}

/** Models before 2.5 take a user's text right after a function call; a recording of 2.0 shows it. */
export function demandsResponses(model: string): boolean {
  const generation = /^gemini-(\d+(?:\.\d+)?)/.exec(model)?.[1];
  return generation === undefined || Number(generation) >= 2.5;
}

/** An address with a wrong escape is none of the service. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function isMethod(method: string): method is Operation['method'] {
  return method === 'generateContent' || method === 'streamGenerateContent' || method === 'countTokens';
}
