import { MessagePage } from './MessagePage.tsx';

type NoRolePageProps = { contact: string; onUseAnother: () => void };

export function NoRolePage({ contact, onUseAnother }: NoRolePageProps) {
  return (
    <MessagePage title="You have no role in the inventory system yet">
      <p>
        Your account is known, but it may not see any warehouse. Ask <strong>{contact}</strong> for the role
        of warehouse manager or analyst, then sign in again.
      </p>
      <button type="button" className="button primary" onClick={onUseAnother}>
        Use another account
      </button>
    </MessagePage>
  );
}
