import { memo } from 'react';
import type { ItemOf } from '../chatkit/protocol/items.ts';
import { CopyButton } from '../views/copy/CopyButton.tsx';
import { closeMarkdown } from '../views/format/close-markdown.ts';
import { Feedback } from './Feedback.tsx';
import type { GiveFeedback } from './give-feedback.ts';
import { Markdown } from './Markdown.tsx';
import { toMarks } from './to-marks.ts';

type AssistantMessageProps = {
  item: ItemOf<'assistant_message'>;
  streaming: boolean;
  onFeedback: GiveFeedback | null;
};

export const AssistantMessage = memo(function AssistantMessage({
  item,
  streaming,
  onFeedback,
}: AssistantMessageProps) {
  const text = item.content.map((part) => part.text).join('\n\n');
  if (text === '') return null;
  return (
    <div className="chat-answer" data-streaming={streaming || undefined}>
      {item.content.map((part, index) => (
        // Parts are only ever added at the end.
        <Markdown
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is what the protocol names a part by.
          key={index}
          text={streaming ? closeMarkdown(part.text) : part.text}
          marks={toMarks(part.annotations)}
        />
      ))}
      {!streaming && (
        <div className="chat-answer-tools">
          <CopyButton text={text} label="Copy the answer" />
          {onFeedback && <Feedback itemId={item.id} onGive={onFeedback} />}
        </div>
      )}
    </div>
  );
});
