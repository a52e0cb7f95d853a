import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes credentials for `GOOGLE_APPLICATION_CREDENTIALS` into `folder`: workload identity federation whose token
 * endpoint is the local identity server. Google's own clients then ask it for a token, as they would in another cloud,
 * so no product code knows that it runs on one machine. `GOOGLE_CLOUD_PROJECT` must be set too: otherwise the clients ask
 * Google which project it is.
 * @returns the path of the credentials file.
 */
export async function writeGoogleCredentials(folder: string, identityOrigin: string): Promise<string> {
  const subjectToken = join(folder, 'google-subject-token.txt');
  const credentials = join(folder, 'google-credentials.json');
  await mkdir(folder, { recursive: true });
  await writeFile(subjectToken, 'local');
  await writeFile(
    credentials,
    JSON.stringify({
      type: 'external_account',
      audience:
        '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/local/providers/local',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${identityOrigin}/sts/v1/token`,
      credential_source: { file: subjectToken },
    }),
  );
  return credentials;
}
