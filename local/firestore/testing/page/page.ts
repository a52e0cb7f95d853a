import { initializeApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  getDocs,
  increment,
  initializeFirestore,
  onSnapshot,
  persistentLocalCache,
  persistentMultipleTabManager,
  query,
  runTransaction,
  setDoc,
  where,
} from 'firebase/firestore';

// The page of the browser test: it listens, counts, and shows what it has as text. `?port=…&project=…`
const parameters = new URLSearchParams(location.search);
const app = initializeApp({ projectId: parameters.get('project') ?? '', apiKey: 'any' });
const localCache = persistentLocalCache({ tabManager: persistentMultipleTabManager() });
const db = initializeFirestore(app, { localCache, experimentalForceLongPolling: parameters.has('polling') });
connectFirestoreEmulator(db, '127.0.0.1', Number(parameters.get('port')), { mockUserToken: { sub: 'u1' } });

const show = (id: string, value: unknown) => {
  const line = document.getElementById(id) ?? document.body.appendChild(document.createElement('p'));
  line.id = id;
  line.textContent = JSON.stringify(value);
};

onSnapshot(
  query(collection(db, 'rows'), where('n', '>', 0)),
  (snapshot) =>
    show(
      'rows',
      snapshot.docs.map((row) => `${row.id}=${row.get('n')}`),
    ),
  (error) => show('rows', error.code),
);
onSnapshot(doc(db, 'counters/one'), (snapshot) => show('counter', snapshot.get('n') ?? null));

const actions: Record<string, () => Promise<unknown>> = {
  set: () => setDoc(doc(db, 'rows/fromPage'), { n: 7 }),
  add: () => setDoc(doc(db, 'counters/one'), { n: increment(1) }, { merge: true }),
  transact: () =>
    runTransaction(db, async (transaction) => {
      const read = await transaction.get(doc(db, 'counters/one'));
      transaction.set(doc(db, 'counters/one'), { n: (read.get('n') ?? 0) + 10 });
    }),
  fetch: async () => (await getDocs(collection(db, 'rows'))).size,
};
for (const [name, action] of Object.entries(actions)) {
  const button = document.body.appendChild(document.createElement('button'));
  button.textContent = name;
  button.onclick = async () => {
    try {
      await action();
      show('action', `${name} done`);
    } catch (error) {
      show('action', String(error));
    }
  };
}
