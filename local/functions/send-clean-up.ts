/** Starts the clean-up as Cloud Scheduler does: an event of Pub/Sub at the function's address. */
export function sendCleanUp(origin: string): Promise<Response> {
  return fetch(origin, {
    method: 'POST',
    body: '{"message":{"data":""}}',
    headers: {
      'Content-Type': 'application/json',
      'ce-id': '1',
      'ce-type': 'google.cloud.pubsub.topic.v1.messagePublished',
      'ce-source': '//pubsub.googleapis.com/projects/p/topics/retention',
      'ce-specversion': '1.0',
    },
  });
}
