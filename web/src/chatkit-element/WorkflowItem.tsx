import { memo } from 'react';
import type { ItemOf, Task } from '../chatkit/protocol.ts';
import { Icon } from '../views/icon/Icon.tsx';
import './steps.css';

type WorkflowItemProps = { workflow: ItemOf<'workflow'>['workflow'] };

/** What is being done, or was: few steps are listed, many are folded once done. */
export const WorkflowItem = memo(function WorkflowItem({ workflow }: WorkflowItemProps) {
  const { tasks, expanded } = workflow;
  if (tasks.length === 0) return null;
  const list = (
    <ol className="chat-steps" aria-label="Steps">
      {tasks.map((task, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is what the protocol names a task by.
        <TaskLine key={index} task={task} />
      ))}
    </ol>
  );
  if (expanded || tasks.length <= 2) return list;
  return (
    <details className="chat-steps-folded">
      <summary>
        <Icon name="chevron" />
        {tasks.length} steps
      </summary>
      {list}
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
