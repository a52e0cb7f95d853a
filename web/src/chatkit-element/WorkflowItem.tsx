import { memo } from 'react';
import type { ItemOf, Task } from '../chatkit/protocol/items.ts';
import { Icon } from '../views/icon/Icon.tsx';
import './steps.css';

type WorkflowItemProps = { workflow: ItemOf<'workflow'>['workflow'] };

/** What is being done, or was, in one line that does not move the answer below it; all of it when unfolded. */
export const WorkflowItem = memo(function WorkflowItem({ workflow }: WorkflowItemProps) {
  const { tasks, summary, expanded } = workflow;
  if (tasks.length === 0) return null;
  const current = tasks.findLast((task) => task.status_indicator === 'loading');
  const title = summary && 'title' in summary ? summary.title : tasks.at(-1)?.title;
  return (
    <details className="chat-workflow" open={expanded}>
      <summary>
        <Icon name="chevron" />
        {current ? (
          <>
            <span>{current.title}…</span>
            {current.content && <span className="chat-step-detail">{current.content}</span>}
            <span className="spinner" />
          </>
        ) : (
          <span>{title}</span>
        )}
      </summary>
      <ol className="chat-steps" aria-label="Steps">
        {tasks.map((task, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is what the protocol names a task by.
          <TaskLine key={index} task={task} />
        ))}
      </ol>
    </details>
  );
});

function TaskLine({ task }: { task: Task }) {
  const running = task.status_indicator === 'loading';
  const failed = task.icon === 'circle-question';
  return (
    <li className="chat-step" data-running={running || undefined} data-failed={failed || undefined}>
      <span className="chat-step-mark">
        {running ? <span className="spinner" /> : <Icon name={failed ? 'alert' : 'check'} />}
      </span>
      <span className="chat-step-title">
        {task.title}
        {running && '…'}
      </span>
      {task.content && <span className="chat-step-detail">{task.content}</span>}
    </li>
  );
}
