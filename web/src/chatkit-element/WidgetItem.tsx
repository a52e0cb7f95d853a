import { type ButtonHTMLAttributes, Fragment, memo, type ReactNode } from 'react';
import type { Action, ItemOf, WidgetNode } from '../chatkit/protocol/items.ts';
import { chartKinds } from '../views/chart/chart-kinds.ts';
import { Icon, toIconName } from '../views/icon/Icon.tsx';
import { Markdown } from './Markdown.tsx';
import { WidgetList } from './WidgetList.tsx';
import './widgets.css';

/** What a picture says of an entry that has the same title as another. */
const kinds = new Map(Object.entries({ ...chartKinds, table: 'Table', metric: 'Metric' }));

/** What a button does that has this action. */
type ToPress = (action: Action | undefined) => ButtonHTMLAttributes<HTMLButtonElement>;
type WidgetItemProps = {
  item: ItemOf<'widget'>;
  /** An answer runs: what asks something waits for its end. */
  busy: boolean;
  onAction: (action: Action, item: ItemOf<'widget'>) => void;
};

/** The widget components that a conversation here is made of; others are drawn by their children. */
export const WidgetItem = memo(
  function WidgetItem({ item, busy, onAction }: WidgetItemProps) {
    if (!item.widget.children?.length) return null;
    const toPress: ToPress = (action) =>
      busy && action?.handler !== 'client'
        ? { 'aria-disabled': true, title: 'Wait until the answer has ended' }
        : { onClick: () => action && onAction(action, item) };
    return <div className="chat-widget">{draw(item.widget, toPress)}</div>;
  },
  (before, after) => before.item === after.item && before.busy === after.busy,
);

function draw(node: WidgetNode, toPress: ToPress): ReactNode {
  const action = node.onClickAction;
  switch (node.type) {
    case 'Text':
    case 'Title':
      return (
        <span className={node.type === 'Title' ? 'widget-title' : 'widget-text'} data-color={node.color}>
          {node.value}
        </span>
      );
    case 'Caption':
      return <span className="widget-caption part">{node.value}</span>;
    case 'Markdown':
      return <Markdown text={node.value ?? ''} marks={[]} />;
    case 'Icon': {
      const name = toIconName(node.name);
      const spoken = name && kinds.get(name);
      return (
        <>
          {name && <Icon name={name} />}
          {spoken && <span className="visually-hidden">{spoken}:</span>}
        </>
      );
    }
    case 'Button':
      return (
        <button type="button" className="widget-button" data-variant={node.variant} {...toPress(action)}>
          {node.label}
        </button>
      );
    case 'ListView':
      return <WidgetList node={node}>{drawChildren(node, toPress)}</WidgetList>;
    case 'ListViewItem':
      return (
        <li>
          <button type="button" className="widget-entry" {...toPress(action)}>
            {drawChildren(node, toPress)}
          </button>
        </li>
      );
    case 'Card':
      return <div className="widget-card">{drawChildren(node, toPress)}</div>;
    case 'Row':
      return (
        <div
          className={node.children?.[0]?.type === 'Caption' ? 'widget-row parts' : 'widget-row'}
          data-wrap={node.wrap}
        >
          {drawChildren(node, toPress)}
        </div>
      );
    case 'Divider':
      return <hr className="widget-divider" />;
    default:
      return drawChildren(node, toPress);
  }
}

function drawChildren(node: WidgetNode, toPress: ToPress): ReactNode {
  return node.children?.map((child, index) => (
    <Fragment key={child.id ?? index}>{draw(child, toPress)}</Fragment>
  ));
}
