import { Fragment, memo, type ReactNode } from 'react';
import type { Action, ItemOf, WidgetNode } from '../chatkit/protocol/items.ts';
import { chartKinds } from '../views/chart/chart-kinds.ts';
import { Icon, toIconName } from '../views/icon/Icon.tsx';
import { Markdown } from './Markdown.tsx';
import { WidgetList } from './WidgetList.tsx';
import './widgets.css';

/** What a picture says of an entry that has the same title as another. */
const kinds = new Map(Object.entries({ ...chartKinds, table: 'Table', metric: 'Metric' }));

type OnAction = (action: Action) => void;
type WidgetItemProps = {
  item: ItemOf<'widget'>;
  onAction: (action: Action, item: ItemOf<'widget'>) => void;
};

/** The widget components that a conversation here is made of; others are drawn by their children. */
export const WidgetItem = memo(
  function WidgetItem({ item, onAction }: WidgetItemProps) {
    if (!item.widget.children?.length) return null;
    return <div className="chat-widget">{draw(item.widget, (action) => onAction(action, item))}</div>;
  },
  (before, after) => before.item === after.item,
);

function draw(node: WidgetNode, onAction: OnAction): ReactNode {
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
        <button
          type="button"
          className="widget-button"
          data-variant={node.variant}
          onClick={() => action && onAction(action)}
        >
          {node.label}
        </button>
      );
    case 'ListView':
      return <WidgetList node={node}>{drawChildren(node, onAction)}</WidgetList>;
    case 'ListViewItem':
      return (
        <li>
          <button type="button" className="widget-entry" onClick={() => action && onAction(action)}>
            {drawChildren(node, onAction)}
          </button>
        </li>
      );
    case 'Card':
      return <div className="widget-card">{drawChildren(node, onAction)}</div>;
    case 'Row':
      return (
        <div
          className={node.children?.[0]?.type === 'Caption' ? 'widget-row parts' : 'widget-row'}
          data-wrap={node.wrap}
        >
          {drawChildren(node, onAction)}
        </div>
      );
    case 'Divider':
      return <hr className="widget-divider" />;
    default:
      return drawChildren(node, onAction);
  }
}

function drawChildren(node: WidgetNode, onAction: OnAction): ReactNode {
  return node.children?.map((child, index) => (
    <Fragment key={child.id ?? index}>{draw(child, onAction)}</Fragment>
  ));
}
