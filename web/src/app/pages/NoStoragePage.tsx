import { MessagePage } from './MessagePage.tsx';

/** The browser was told to keep nothing for this site, a sign-in included. */
export function NoStoragePage() {
  return (
    <MessagePage title="This browser keeps nothing for this page">
      <p role="alert">
        Nobody can stay signed in that way. Allow cookies and site data here, and reload the page.
      </p>
    </MessagePage>
  );
}
