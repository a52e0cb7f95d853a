import { expect, test } from 'vitest';
import { toFunctionsEnvironment } from './functions-environment.ts';

const origins = {
  hosting: 'http://127.0.0.1:1',
  firestore: 'http://127.0.0.1:2',
  bigquery: 'http://127.0.0.1:3',
  identity: 'http://127.0.0.1:4',
  gemini: 'http://127.0.0.1:5',
};
const toEnvironment = (given: Record<string, string | undefined>) =>
  toFunctionsEnvironment({ given, projectId: 'demo', dataset: 'd', credentials: '/local.json', origins });

test('the functions are aimed at the local servers, and settings that are given win', () => {
  expect(toEnvironment({ QUERIES_PER_HOUR: '7', LOG_LEVEL: '', HOME: '/root' })).toMatchObject({
    GOOGLE_CLOUD_PROJECT: 'demo',
    BIGQUERY_EMULATOR_HOST: 'http://127.0.0.1:3',
    FIRESTORE_EMULATOR_HOST: '127.0.0.1:2',
    QUERIES_PER_HOUR: '7',
  });
  expect(toEnvironment({ HOME: '/root', LOG_LEVEL: '' })).not.toHaveProperty('HOME');
});

test('a server whose setting is given and empty is Google’s own', () => {
  const environment = toEnvironment({
    BIGQUERY_EMULATOR_HOST: '',
    GOOGLE_APPLICATION_CREDENTIALS: '/my.json',
  });
  expect(environment).not.toHaveProperty('BIGQUERY_EMULATOR_HOST');
  expect(environment).toMatchObject({
    FIRESTORE_EMULATOR_HOST: '127.0.0.1:2',
    GOOGLE_APPLICATION_CREDENTIALS: '/my.json',
  });
});

test('credentials of Google that a shell happens to have are left alone where every server is local', () => {
  expect(toEnvironment({ GOOGLE_APPLICATION_CREDENTIALS: '/my.json' })).toMatchObject({
    GOOGLE_APPLICATION_CREDENTIALS: '/local.json',
  });
});
