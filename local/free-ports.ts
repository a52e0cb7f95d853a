/** Settings by which every server takes a port that is free, so that a system of its own can run beside one that is up. */
export const freePorts = {
  WEB_PORT: '0',
  API_PORT: '0',
  FIRESTORE_PORT: '0',
  BIGQUERY_PORT: '0',
  GEMINI_PORT: '0',
  IDENTITY_PORT: '0',
};
