import { companyTopics } from './missing-company.ts';
import { type MissingTopic, topic } from './missing-topic.ts';
import { worldTopics } from './missing-world.ts';

/** What a tool fills once it is declared: a report of its own, or measures. */
const toolTopics: MissingTopic[] = [
  topic(
    'forecast',
    'How did revenue develop over the last 12 months?',
    `
    forecast, forecasts, forecasted, forecasting, predict, predicted, prediction, projection, project next, projected,
    expected sales, will sell, will we sell, outlook, future, extrapolate, estimate for, forecast demand, demand forecast,
    expect to sell, expected demand, expected to sell, likely to sell, going to sell, are we going to sell, expect to shift,
    can we expect, should we expect, demand to expect, demand outlook, anticipated demand, anticipated sales,
    projected demand, sales forecast, future demand, future sales, coming demand`,
    ['forecast_demand'],
  ),
  topic(
    'purchase order tool',
    'What should I reorder, and what is on order?',
    `
    purchase order, open po, late po, po status, supplier delivery, supplier performance, late purchase order,
    overdue purchase order, fill rate, lead time, late supplier`,
    ['get_purchase_orders', 'query_purchase_orders'],
  ),
  topic(
    'reason why orders are cancelled',
    'Which suppliers have cancelled purchase orders?',
    `cancellation reason, reason for cancellation, reason of cancellation, cause of cancellation`,
  ),
  topic(
    'stock movement tool',
    'How did stock on hand develop by month?',
    `
    stock movement, inventory movement, movements, transfer, adjustment, goods receipt, receipts, shrinkage, stock count,
    cycle count, inventory accuracy, write off, damaged, theft`,
    ['get_stock_movements', 'query_movements'],
  ),
  topic(
    'tool for slow movers',
    'Which products sold the fewest units, and which hold the most stock value?',
    `
    slow mover, slow moving, slow seller, slow selling, slow moving stock, non mover, not moving, does not move, doesnt move,
    dont move, do not move, hardly move, hardly moves, barely move, barely moves, hardly sell, hardly sells, barely sell,
    barely sells, not selling, isnt selling, arent selling, dead stock, dead inventory, deadwood, shelf warmer, shelf sitter,
    overstock, overstocked, over stocked, overstocking, excess stock, excess inventory, surplus, surplus stock, too much stock,
    too much inventory, overhang, obsolete, obsolete stock, non moving, gathering dust, collecting dust, stuck stock, idle stock,
    stagnant stock, stagnant, sluggish, ageing, aging, sold or discontinued, discontinued or unsold, phased out, phase out, end of life`,
    ['find_slow_movers'],
  ),
  topic(
    'proposal of what to move between warehouses',
    'What should I reorder, by warehouse?',
    `
    move suggestion, move recommendation, move proposal, transfer suggestion, transfer recommendation, transfer proposal,
    suggested transfer, recommended transfer, proposed transfer, suggested move, rebalance, rebalancing, rebalance stock,
    redistribute, redistribution, stock balancing, what to transfer, what to move`,
  ),
  topic(
    'measure of what was discontinued, when or why,',
    'Which products are discontinued?',
    'discontinued, discontinue, discontinuing, delisted, delist, delisting',
  ),
  topic(
    'measure of customer retention',
    'How many customers bought in each of the last six months?',
    'new customer, lapsed customer, lapsed',
    ['find_new_or_lapsed'],
  ),
  topic(
    'ABC or XYZ classification',
    'What are the top 20 products by revenue?',
    `
    abc analysis, abc class, abc classification, abc, xyz, xyz analysis, pareto, pareto analysis, a items, a item, xyz class, xyz classification, xyz category, abc category, classification,
    classify, 80 20, eighty twenty, 80 20 rule`,
    ['classify_products'],
  ),
  topic(
    'measure of stock turnover',
    'What is the stock value by category?',
    `
    stock turnover, inventory turnover, inventory turns, stock turns, turns, turn rate, sell through, days of cover,
    days of inventory, days of supply, days on hand, dio, coverage, weeks of supply`,
    ['turnover', 'days_of_cover', 'sell_through', 'days_cover'],
  ),
];

export const missingTopics: MissingTopic[] = [...toolTopics, ...companyTopics, ...worldTopics];
