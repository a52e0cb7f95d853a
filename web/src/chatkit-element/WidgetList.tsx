import { Fragment, type ReactNode } from 'react';
import type { WidgetNode } from '../chatkit/protocol/items.ts';
import { useLive } from '../live/use-live.ts';
import { inPlace } from './in-place.ts';

type WidgetListProps = { node: WidgetNode; children: ReactNode };

/** Entries to press, or what they open where the page wants that in the conversation. */
export function WidgetList({ node, children }: WidgetListProps) {
  const draw = useLive(inPlace);
  const drawn = draw
    ? (node.children ?? []).flatMap((entry) => {
        const own = entry.onClickAction && draw(entry.onClickAction);
        return own ? [<Fragment key={entry.id}>{own}</Fragment>] : [];
      })
    : [];
  return drawn.length > 0 ? (
    <div className="widget-figures">{drawn}</div>
  ) : (
    <ul className="widget-list">{children}</ul>
  );
}
