/** Every server of a benchmark takes a port that is free, so that it can run beside a system that is up. */
export const freePorts = {
  WEB_PORT: '0',
  API_PORT: '0',
  FIRESTORE_PORT: '0',
  BIGQUERY_PORT: '0',
  GEMINI_PORT: '0',
  IDENTITY_PORT: '0',
};
