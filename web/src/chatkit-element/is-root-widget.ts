import type { Widgets } from '@openai/chatkit';
import type { WidgetNode } from '../chatkit/protocol/items.ts';

type RootWidget = Widgets.Card | Widgets.ListView | Widgets.BasicRoot;

/** True for the widgets that an item is made of. What lies below is as the server sent it, as ChatKit's own element hands it on. */
export function isRootWidget(widget: WidgetNode | RootWidget): widget is RootWidget {
  return widget.type === 'Card' || widget.type === 'ListView' || widget.type === 'Basic';
}
