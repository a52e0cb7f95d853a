import { phrases } from './phrases.ts';

/** What people ask a dashboard for and its data may not hold: how to say so, and what to ask instead. */
export type MissingTopic = {
  phrases: string[];
  /** What would be needed, as it stands in "I have no … here". */
  missing: string;
  /** The nearest question that the tools can answer. */
  nearest: string;
  /** Tools or measures that fill the gap: with one of them declared, the topic is not missing. */
  filledBy?: string[];
};

export const missingTopics: MissingTopic[] = [
  topic(
    'weather data',
    'How did sales develop by week?',
    'weather, temperature, rain, snow, sunny, climate, humidity',
  ),
  topic(
    'statistic of that kind',
    'What was the average order value by month?',
    `
    median, percentile, quartile, standard deviation, correlation, correlate, regression, cumulative,
    running total, moving average, rolling average`,
  ),
  topic(
    'dates on which products were launched',
    'Which products sold most this year?',
    'launched, launch, product launch, introduced, newly listed',
  ),
  topic(
    'judgement to offer',
    'Which suppliers have the lowest on-time rate?',
    'should we drop, should i drop, should we fire, should we stop, should we choose',
  ),
  topic(
    'data about employees',
    'Which warehouse ships the most units?',
    `
    employee, staff, headcount, salary, salaries, payroll, wage, hr, human resources, sick leave, sick day,
    vacation, absence, hired, hire, hiring, personnel, worker, fte, overtime, shift, sales rep,
    warehouse manager, store manager, sales manager, salesperson, sales person, salesman, saleswoman,
    sales people, commission`,
  ),
  topic(
    'forecast',
    'How did revenue develop over the last 12 months?',
    `
    forecast, forecasts, predict, prediction, projection, project next, projected, expected sales,
    will sell, will we sell, outlook, future, extrapolate, estimate for, forecast demand, demand forecast,
    expect to sell, expected demand, expected to sell`,
    ['forecast_demand'],
  ),
  topic(
    'budget or target',
    'How does revenue compare with last year?',
    'budget, target, goal, quota, plan versus actual, plan, planned, kpi target, on track',
  ),
  topic(
    'measure of customer satisfaction',
    'What is the return rate by category?',
    'satisfaction, nps, review, rating, complaint, feedback, happy, csat, sentiment',
  ),
  topic(
    'measure of customer retention',
    'How many customers bought in each of the last six months?',
    `
    churn, retention, lost customer, customer lost, customer did we lose, customer we lost, new customer,
    stop buying, stopped buying, stop ordering, stopped ordering, returning customer, inactive customer,
    lifetime value, ltv, clv, repeat purchase, loyalty, cohort, acquisition cost, cac`,
  ),
  topic(
    'web or marketing data',
    'What is the revenue by channel?',
    `
    website, web traffic, traffic, visitor, page view, pageview, conversion rate, conversion, click,
    campaign, promo, promotion, advertising, ad spend, marketing, ads, seo, email open, newsletter,
    social media, instagram, tiktok, facebook, google ads, roas, impressions`,
  ),
  topic(
    'data about competitors',
    'What is the revenue share by category?',
    'competitor, competition, market share, rival, benchmark, industry average, amazon',
  ),
  topic(
    'delivery or carrier data',
    'What are the units shipped by warehouse?',
    `
    carrier, freight, courier, delivery time, delivered on time, on time delivery, shipping cost,
    shipping time, tracking number, parcel, truck, transport, logistics cost, delivery cost, late delivery,
    late shipment`,
  ),
  topic(
    'data about invoices or payments',
    'What is the revenue by customer?',
    `
    invoice, payment, unpaid, overdue, receivable, payable, debt, credit limit, dunning, cash flow,
    cashflow, bank, liquidity`,
  ),
  topic(
    'operating cost, so no net profit',
    'What is the gross margin by month?',
    `
    net profit, net income, operating profit, ebit, ebitda, operating cost, opex, overhead, rent, expenses,
    expense, tax, vat, interest, depreciation, bottom line, profit and loss, p l, balance sheet, capex, roi,
    return on investment, gmroi`,
  ),
  topic(
    'purchase order tool',
    'What should I reorder, and what is on order?',
    `
    purchase order, open po, late po, po status, supplier delivery, supplier performance,
    late purchase order, overdue purchase order, fill rate, lead time, late supplier`,
    ['get_purchase_orders', 'query_purchase_orders'],
  ),
  topic(
    'stock movement tool',
    'How did stock on hand develop by month?',
    `
    stock movement, inventory movement, movements, transfer, adjustment, goods receipt, receipts, shrinkage,
    stock count, cycle count, inventory accuracy, write off, damaged, theft`,
    ['get_stock_movements', 'query_movements'],
  ),
  topic(
    'tool for slow movers',
    'Which products sold the fewest units, and which hold the most stock value?',
    `
    slow mover, slow moving, dead stock, overstock, overstocked, excess stock, excess inventory, obsolete,
    non moving, ageing, aging`,
    ['find_slow_movers'],
  ),
  topic(
    'ABC or XYZ classification',
    'What are the top 20 products by revenue?',
    'abc analysis, abc class, abc, xyz, pareto, a items, classification, classify',
    ['classify_products'],
  ),
  topic(
    'measure of stock turnover',
    'What is the stock value by category?',
    `
    stock turnover, inventory turnover, inventory turns, stock turns, turns, turn rate, sell through,
    days of cover, days of inventory, days of supply, days on hand, dio, coverage, weeks of supply`,
    ['turnover', 'days_of_cover', 'sell_through', 'days_cover'],
  ),
  topic(
    'data about production or quality',
    'What is the return rate by product?',
    `
    production, manufacturing, machine, defect, scrap, downtime, oee, quality control, bill of material,
    yield`,
  ),
  topic(
    'batches, expiry dates or bin locations',
    'What is on hand by warehouse?',
    `
    expiry, expire, expired, expiring, best before, shelf life, batch, lot number, serial number, bin,
    shelf, aisle, rack, pallet, pick rate, picking, picker, put away`,
  ),
  topic(
    'measure of warehouse capacity',
    'What is on hand by warehouse?',
    'capacity, utilization, utilisation, square meter, square feet, space, dock, how full',
  ),
  topic(
    'data about sustainability',
    'What are the units sold by category?',
    'co2, carbon, emission, sustainability, footprint, recycling, esg, energy',
  ),
  topic(
    'market or currency prices',
    'What is the average price by category?',
    `
    stock price, share price, exchange rate, bitcoin, crypto, inflation, stock market, gold price,
    oil price, interest rate, dividend`,
  ),
  topic(
    'personal data about customers',
    'What is the revenue by customer segment?',
    `
    email address, phone number, address of, age of, gender, birthday, demographic, password, credit card`,
  ),
  topic(
    'split by the day of the month',
    'Which weekday has the highest revenue?',
    'day of the month, day of month, days of the month',
  ),
  topic(
    'time of day',
    'What is the revenue by weekday?',
    'hour, hourly, time of day, per hour, minute, morning sales, evening',
  ),
  topic(
    'access to other users or their sessions',
    'What is the revenue by warehouse?',
    `
    other user, user account, permission, who logged in, login, audit log, conversation of, someone else`,
  ),
  topic(
    'list of prices',
    'What is the average price by product?',
    'expensive, cheapest, cheap, list price, unit cost, price list, price of',
  ),
  topic(
    'way to change anything: I only read',
    'What should I reorder?',
    `
    delete, drop table, truncate, erase, remove all, insert into, cancel order, cancel the order,
    place order, place an order, create a purchase order, send email, send an email, email me,
    change the price, set the price`,
  ),
  topic(
    'general knowledge',
    'How did revenue develop over the last 12 months?',
    `
    capital of, president, joke, poem, recipe, news, football, movie, song, story, translate, python,
    javascript, code, sql, write me, essay, who won, world cup, meaning of life, horoscope, lottery, flight,
    hotel, restaurant`,
  ),
];

function topic(missing: string, nearest: string, list: string, filledBy?: string[]): MissingTopic {
  return { missing, nearest, phrases: phrases(list), ...(filledBy && { filledBy }) };
}
