/** What the model takes before each of its two replies, in milliseconds: its own time, the same for every loop. */
export const modelWaitMs = 100;

export const question = 'What was the revenue of the last three months?';

/** The model of the latency benchmark: one read, then a text in chunks. */
export const latencyScript = {
  name: 'latency-script',
  replies: [
    {
      when: { after: 'user' },
      repeat: true,
      stream: [
        { wait: modelWaitMs },
        {
          call: {
            name: 'query_sales',
            args: { measures: ['revenue'], grain: 'month', period: 'last 3 months' },
          },
        },
      ],
    },
    {
      when: { after: 'tools' },
      repeat: true,
      stream: [
        { wait: modelWaitMs },
        {
          text: 'Revenue of the last three months is in the table. It is read by month.',
          chunkSize: 8,
          everyMs: 10,
        },
      ],
    },
  ],
};
