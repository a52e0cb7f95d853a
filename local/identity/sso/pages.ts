import { html, raw } from 'hono/html';
import type { Person } from './people.ts';

/** The sign-in page: one button per person, no password. It posts the person's `sub` as `account` to `action`. */
export function toLoginPage(people: Person[], action: string): string {
  const buttons = people.map(
    (person) => html`<li><button name="account" value="${person.sub}">
      <span class="initials" aria-hidden="true">${toInitials(person.name)}</span>
      <span class="who"><strong>${person.name}</strong><span>${person.description}</span><span class="email">${toBreakable(person.email)}</span></span>
    </button></li>`,
  );
  return toPage(
    'Sign in',
    html`<h1>Choose an account</h1>
<p>to continue to <strong>Tallyboard</strong></p>
<form method="post" action="${action}"><ul>${buttons}</ul></form>
<p class="note">Demo accounts on this machine. No password is needed.</p>`,
  );
}

/** Shown for the moment in which a sign-out is confirmed. `form` is oidc-provider's own, with its anti-forgery field. */
export function toSigningOutPage(form: string): string {
  return toPage(
    'Signing out',
    html`<h1>Signing out…</h1>
${raw(form)}
<input type="hidden" form="op.logoutForm" name="logout" value="yes">
<noscript><button class="plain" type="submit" form="op.logoutForm">Sign out</button></noscript>
<script>document.getElementById('op.logoutForm').submit();</script>`,
  );
}

export function toSignedOutPage(pageOrigin: string): string {
  return toPage(
    'Signed out',
    html`<h1>You are signed out</h1><p><a href="${pageOrigin}/">Back to Tallyboard</a></p>`,
  );
}

export function toErrorPage(sentence: string, pageOrigin: string): string {
  return toPage(
    'Sign-in failed',
    html`<h1>That did not work</h1><p role="alert">${sentence}</p><p><a href="${pageOrigin}/">Back to Tallyboard</a></p>`,
  );
}

function toPage(title: string, main: ReturnType<typeof html>): string {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Demo Inventory SSO</title>
<style>${raw(style)}</style>
</head>
<body>
<div class="card">
<header><span class="mark" aria-hidden="true"></span>Demo Inventory SSO</header>
<main>${main}</main>
</div>
</body>
</html>`}`;
}

/** An address breaks before its `@` where it does not fit. */
function toBreakable(email: string) {
  const [name = '', ...rest] = email.split('@');
  return html`${name}<wbr>${rest.map((part) => `@${part}`).join('')}`;
}

function toInitials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

const style = `
:root { color-scheme: light dark; --page: #eef1ea; --card: #fff; --text: #1d2a21; --soft: #526057; --line: #d5dcd3; --accent: #1f6b43; --on-accent: #fff; --hover: #f1f6f0; }
@media (prefers-color-scheme: dark) { :root { --page: #121814; --card: #1b231e; --text: #e8efe9; --soft: #a3b1a7; --line: #36423a; --accent: #7fcf9f; --on-accent: #0d1510; --hover: #232e27; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--page); color: var(--text); font: 16px/1.5 Georgia, 'Times New Roman', serif; }
.card { width: 100%; max-width: 420px; background: var(--card); border: 1px solid var(--line); border-top: 6px solid var(--accent); border-radius: 4px; padding: 28px 32px 24px; }
header { display: flex; align-items: center; gap: 10px; font: 600 14px/1 system-ui, sans-serif; letter-spacing: .02em; color: var(--accent); }
.mark { width: 18px; height: 18px; border: 3px solid currentColor; border-bottom-width: 9px; }
h1 { margin: 26px 0 2px; font-size: 28px; line-height: 1.2; font-weight: 400; }
p { margin: 0; color: var(--soft); }
p strong { color: var(--text); font-weight: 600; }
a { color: var(--accent); }
ul { list-style: none; margin: 22px 0 18px; padding: 0; border-top: 1px solid var(--line); }
li { border-bottom: 1px solid var(--line); }
button { width: 100%; display: flex; align-items: center; gap: 14px; padding: 14px 8px; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
button:hover { background: var(--hover); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.plain { background: var(--accent); color: var(--on-accent); margin-top: 16px; }
.initials { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; background: var(--accent); color: var(--on-accent); font: 600 14px/1 system-ui, sans-serif; }
.who { display: grid; min-width: 0; }
.who strong { font-weight: 600; }
.who span { font: 14px/1.4 system-ui, sans-serif; color: var(--soft); overflow-wrap: anywhere; }
.note { font: 13px/1.4 system-ui, sans-serif; }
`;
