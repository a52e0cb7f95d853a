import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../testing/start-server.ts';

describe.skipIf(process.env.FIRESTORE_CONFORMANCE_HOST)('a channel', () => {
  let server: TestServer;
  let address: string;
  beforeAll(async () => {
    server = await startServer();
    address = `http://127.0.0.1:${server.port}/google.firestore.v1.Firestore/Write/channel`;
  });
  afterAll(() => server.close());

  const send = async (query: string, form: Record<string, string>) => {
    const response = await fetch(`${address}?VER=8&${query}`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return { status: response.status, text: await response.text() };
  };

  test('drops a message that comes twice, and repeats what was not acknowledged', async () => {
    const name = 'projects/p/databases/(default)/documents/n/one';
    const headers = 'Authorization:Bearer owner\r\n';
    const opened = await send('RID=1&CVER=22', {
      headers,
      count: '1',
      ofs: '0',
      req0___data__: '{"database":"d"}',
    });
    const sid = /"c","([^"]+)"/.exec(opened.text)?.[1];
    const transform = { fieldPath: 'n', increment: { integerValue: '1' } };
    const write = JSON.stringify({
      writes: [{ update: { name }, updateMask: {}, updateTransforms: [transform] }],
    });
    const forward = { count: '1', ofs: '1', req0___data__: write };
    await send(`RID=2&SID=${sid}&AID=0`, forward);
    await send(`RID=2&SID=${sid}&AID=0`, forward);
    for (let time = 0; time < 2; time++) {
      const back = await fetch(`${address}?VER=8&RID=rpc&SID=${sid}&AID=0&CI=1&TYPE=xmlhttp`);
      const text = await back.text();
      expect(text).toMatch(/^\d+\n\[\[1,\[\{"streamId"/);
      expect(text.match(/commitTime/g)).toHaveLength(1);
      expect(text).toContain('"transformResults":[{"integerValue":"1"}]');
    }
    await send(`RID=3&SID=${sid}&TYPE=terminate`, {});
    expect(await send(`RID=4&SID=${sid}&AID=0`, forward)).toEqual({ status: 400, text: 'Unknown SID' });
  });

  test('counts a chunk in UTF-16 units', async () => {
    const listen = address.replace('Write', 'Listen');
    const database = 'projects/p/databases/(default)';
    const fields = { text: { stringValue: '日本 😀' } };
    await fetch(`http://127.0.0.1:${server.port}/v1/${database}/documents:commit`, {
      method: 'POST',
      headers: { authorization: 'Bearer owner' },
      body: JSON.stringify({ writes: [{ update: { name: `${database}/documents/n/text`, fields } }] }),
    });
    const target = { addTarget: { targetId: 2, documents: { documents: [`${database}/documents/n/text`] } } };
    const form = { count: '1', ofs: '0', req0___data__: JSON.stringify({ database, ...target }) };
    const opened = await fetch(`${listen}?VER=8&RID=1&CVER=22`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const sid = /"c","([^"]+)"/.exec(await opened.text())?.[1];
    const back = await fetch(`${listen}?VER=8&RID=rpc&SID=${sid}&AID=0&CI=1&TYPE=xmlhttp`);
    const text = await back.text();
    const [, length = '', rest = ''] = /^(\d+)\n([\s\S]*)$/.exec(text) ?? [];
    expect(rest).toHaveLength(Number(length));
    expect(rest).toContain('日本 😀');
    const types = [...rest.matchAll(/"targetChangeType":"(\w+)"/g)].map((match) => match[1]);
    expect(types).toEqual(['ADD', 'CURRENT', 'NO_CHANGE']);
  });
});
