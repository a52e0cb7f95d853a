/** The question whose answer streams for about 30 s; it reads once and shows a chart. */
export const longQuestion = 'Tell me slowly how sales went';

const paragraph =
  'Revenue of the last three months is in the table below, read **by month**, and each line stands for one of them. ';

/** The model of the page's benchmark: one read, one chart, then a text that grows for 30 s. */
export const webScript = {
  name: 'web-script',
  replies: [
    {
      when: { round: 0 },
      repeat: true,
      stream: [
        {
          call: {
            name: 'query_sales',
            args: {
              measures: ['revenue'],
              dimensions: ['category'],
              grain: 'month',
              period: 'last 12 months',
            },
          },
        },
      ],
    },
    {
      when: { round: 1 },
      repeat: true,
      stream: [
        {
          call: {
            name: 'show_visualization',
            args: {
              resultId: '$lastResultId',
              type: 'line',
              title: 'Revenue by month',
              x: 'month',
              y: ['revenue'],
              series: 'category',
            },
          },
        },
      ],
    },
    {
      when: { round: 2 },
      repeat: true,
      stream: [{ text: paragraph.repeat(30), chunkSize: 11, everyMs: 100 }],
    },
  ],
};
