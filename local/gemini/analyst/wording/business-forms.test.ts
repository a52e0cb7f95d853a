import { expect, test } from 'vitest';
import { normaliseQuestion } from './normalise-question.ts';

test.each([
  ['How much business do we do over the phone?', 'how much do we sell over the phone?'],
  [
    'How much business did we do with Riverside Hotel this year?',
    'what was the revenue of Riverside Hotel this year?',
  ],
  ['Net sales after returns for October', 'Net sales for October'],
  ['Which brands do hotels prefer?', 'Which brands do hotels buy most?'],
  ['What do hotels buy most often?', 'which products have the most orders for hotels?'],
  ['Which customers buy the widest range?', 'number of products sold by customer?'],
  ['Are hotels worth more than clinics?', 'do hotels spend more than clinics?'],
  ['Which months were above 1.3 million?', 'Which months had revenue above 1300000?'],
  ['How many days did we sell more than $50,000?', 'How many days had revenue more than $50,000?'],
  ["What's hot right now?", 'which products sold best in the last 30 days?'],
  ['Which products are trending?', 'Which products are growing?'],
  ['Which brands in Helmets are slowing down?', 'Which brands in Helmets are declining?'],
  ['Which products drag Helmets down?', 'Which products of Helmets declined most?'],
  ['Which product do we earn the most on?', 'Which product brings the most gross margin?'],
  ['How much do we make per helmet?', 'gross margin per unit of helmet?'],
  ['What was our best Saturday this year?', 'which day had the highest revenue on Saturdays this year?'],
  ['Did we have a better November than last year?', 'was revenue higher in November than last year?'],
  ['Which channel do hotels use?', 'revenue by channel of hotels?'],
  ['How do hotels order?', 'orders by channel of hotels?'],
  ['Which products had no returns?', 'Which products have returns of at most 0?'],
  ['What share of revenue do returns make up?', 'returns as a percentage of revenue?'],
  ['Has Helmets overtaken Gloves?', 'does Helmets sell more than Gloves?'],
  ['How many customers get a discount?', 'How many customers have discount of more than 0?'],
  ['How big is the average tender?', 'what is the average order value of tender?'],
  ['Which bikes make a loss?', 'Which bikes have a gross margin below zero?'],
  ['By how many percent did helmets grow?', 'by how much did helmets grow?'],
  ['Average number of helmets per order', 'units per order of helmets'],
  ['Helmets per customer', 'units per customer of Helmets'],
  ['How seasonal are helmets?', 'revenue of helmets by seasonality over the last 24 months?'],
  ['What did margins do last quarter?', 'how did margins change last quarter?'],
  ['Which products do we have more than 60 days of?', 'Which products have more than 60 days of cover?'],
  ['How complete were deliveries from Acme last year?', 'what was the fill rate of Acme last year?'],
  ["Which helmets aren't selling?", 'Which helmets products have not sold?'],
  ['Which Helmets products have not sold this year?', 'Which Helmets products have not sold this year?'],
  ['What are we getting next week?', 'what arrives next week?'],
])('%j is meant as %j', (said, plain) => {
  expect(normaliseQuestion(said)).toBe(plain);
});

test.each([
  ['Show me everything Riverside Hotel bought in September', 'what did Riverside Hotel buy in September'],
  ['How much did the top 20 products make?', 'what is the revenue of the top 20 products together?'],
  ['Is there enough City Helmet?', 'do we have enough City Helmet?'],
  ['What are our slowest movers?', 'which products are slow movers?'],
  [
    'Which suppliers do we buy helmets from, and at what price?',
    'value ordered per unit ordered of helmets by supplier?',
  ],
])('%j asks for %j', (said, plain) => {
  expect(normaliseQuestion(said)).toBe(normaliseQuestion(plain));
});

test.each([
  'Did we have a better margin than last year?',
  'What was our worst Monday for returns this year?',
  'Which regions hit the most returns in 2025?',
  'How many customers used discounts last year?',
  'Which warehouses have the largest range of products?',
  'Refunds per customer by region',
])('"%s" names its own figure, and stays as it is', (question) => {
  expect(normaliseQuestion(question)).not.toMatch(
    /revenue|bought|number of products sold|declined|units per/i,
  );
});

test('what a supplier is costing us is what it costs us', () => {
  expect(normaliseQuestion('Which supplier is costing us the most this year?')).toBe(
    normaliseQuestion('Which supplier costs us the most this year?'),
  );
});
