import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';

/** Google's client at a local BigQuery. */
export function openBigquery(origin: string, projectId: string): BigQuery {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  return new BigQuery({ projectId, apiEndpoint: origin, authClient });
}
