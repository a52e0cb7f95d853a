import type { LayoutItem } from 'chart.js';

const roomPx = 8;

/** Room under a legend, which Chart.js puts right above the uppermost label of an axis. */
export const legendRoom = {
  id: 'legendRoom',
  start({ legend }: { legend?: LayoutItem }): void {
    if (!legend) return;
    const update = legend.update.bind(legend);
    legend.update = (...size) => {
      update(...size);
      if (legend.height > 0) legend.height += roomPx;
    };
  },
};
