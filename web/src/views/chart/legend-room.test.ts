import { expect, test } from 'vitest';
import { legendRoom } from './legend-room.ts';

test('a legend is 8 px higher than it is drawn, each time it is measured, and one that is not shown is not', () => {
  const measured = (heightPx: number) => {
    const legend = {
      height: 0,
      update: () => {
        legend.height = heightPx;
      },
    };
    Reflect.apply(legendRoom.start ?? (() => {}), legendRoom, [{ legend }]);
    legend.update();
    legend.update();
    return legend.height;
  };
  expect(measured(32)).toBe(40);
  expect(measured(0)).toBe(0);
});
