import { MessagePage } from './MessagePage.tsx';

/** A part of the page could not be loaded or drawn, such as after a new version was put in place. */
export function BrokenPage() {
  return (
    <MessagePage title="This page has to be loaded again">
      <p role="alert">A part of it could not be shown. Your conversations are safe.</p>
      <button type="button" className="button primary" onClick={() => window.location.reload()}>
        Reload
      </button>
    </MessagePage>
  );
}
