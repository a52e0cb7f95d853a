import { phrases } from './phrases.ts';

/** What English has for the figures of sales, beside their declared synonyms. */
export const salesNames: Record<string, string[]> = {
  revenue: phrases(`
    sale, revenue, money, turnover, top line, topline, proceeds, sales proceeds, net revenue, net turnover,
    sales figure, sales total, sales result, total sales, sale value, value of sale, sales by value, sales in value,
    sales in dollar, dollar sales, sales dollar, value sold, billing, money made, money earned, money taken,
    money in sale, money in, money came in, money come in, money coming in, cash came in, cash taken,
    money through the till, through the till, in the till, at the till, over the counter,
    business, trade done, business done, spend, spent, spending, money spent, amount spent,
    customer spending, customer purchase, what they spent, net of return, sales income`),
  units: phrases(`
    unit, unit sold net, item sold, piece sold, article sold, good sold, quantity sold, volume, quantity, sold quantity,
    sales quantity, unit sales, sale in unit, sale in piece, sales by unit, sales in quantity, sales unit, number sold,
    pack sold, bag sold, box sold, bottle sold, case sold, carton sold, pair sold, copy sold, offtake, off take,
    volume sold, sold volume, unit volume, volume in unit`),
  orders: phrases(`
    order, sales order, customer order, order from customer, order of customer, order count, order volume,
    purchase made, number of sale, how many sale, ticket sold, order taken, sale made`),
  average_order_value: phrases(`
    order value, average basket value, basket value, average ticket, ticket size, average ticket size,
    ticket value, value per order, revenue per order, sale per order, spend per order, average spend per order,
    average transaction value, average transaction, transaction value, atv, average sale, average purchase,
    average order size, average size of order, size of an average order, size of order, cart size, cart value,
    average cart, average bill, average bill value, bill value, average sales order, average customer order,
    typical order, typical basket, order worth on average, mean order value, average value of an order,
    average value of order, average value per order, average amount per order, how big is an order, size of basket`),
  average_price: phrases(`
    price per piece, price per unit, average price per piece, price, average unit price, selling price, unit price,
    average price, price realised, price realized, realised price, realized price, average realisation,
    average realization, realisation per unit, price we get, price we got, price achieved, price point,
    average sales price, sales price, price each, revenue per piece, sale per unit, money per unit`),
  units_sold: phrases(`
    gross unit, unit shipped, unit dispatched, unit despatched, shipped unit, dispatched unit, unit sent out,
    unit sold before return, gross unit sold, sold before return, quantity shipped, quantity dispatched,
    shipped quantity, piece shipped, piece dispatched, good shipped, unit delivered to customer`),
  gross_sales: phrases(`
    gross revenue, gross turnover, sale before discount, revenue before discount, turnover before discount,
    sale at list price, revenue at list price, list sale, gross sales value, before any discount, before discount,
    undiscounted sale, sale at full price, before discount and return, gross taking, gross sale`),
  discount: phrases(`
    discounting, price cut, discount amount, discount given, discount granted, discount allowed, money off,
    price reduction, price concession, concession, allowance, price break, markdown, ~mark down, reduction in price,
    rebate given, rebate, discount value, cost of discount, given away in discount, give away in discount,
    gave away in discount, off list, off list price, ~knock off, ~knock off price, off price, ~discount, ~rebate`),
  discount_rate: phrases(`
    average discount, discount percent, discount level, discount depth, depth of discount, average discount rate,
    mean discount, percent off, percentage off, discount in percent, discount ratio,
    rate of discount, how deep are discount, how deeply discounted,
    average rebate, rebate rate, average markdown, markdown rate`),
  returns: phrases(`
    return, refund, returned good, value of return, return value, returned value, money refunded, money given back,
    money back, refund amount, amount refunded, money returned, credited back, sale returned, return from customer,
    customer return, ~return, ~refund, ~send back, ~bring back, ~give back, ~come back, ~hand back,
    ~pay back`),
  returned_units: phrases(`
    unit returned, piece returned, item returned, unit sent back, piece sent back, unit that came back, unit back,
    returned piece, returned item, returned quantity, quantity returned, number returned, return quantity,
    return in unit, return in piece, unit brought back, unit handed back, unit refunded, number of return`),
  return_rate: phrases(`
    rate of return, returns rate, return percentage, return percent, return ratio, refund rate, 
    percentage returned, percent returned, proportion returned, return quota,
    share of unit returned, returned share, rate of refund`),
  cost: phrases(`
    cost of good, good cost, cost of sale, cost price of sale, cost of unit sold, cost of product sold, product cost,
    cost of what we sold, cost of item sold, sale at cost, cost of the good sold, purchase cost of sale`),
  gross_margin: phrases(`
    ~make money, profit, gross profit, profitability amount, margin amount,
    margin in dollar, margin dollar, dollar margin, gross margin dollar, profit dollar, profit in dollar, gp,
    gm, gross profit amount, profit contribution, trading profit, trading margin, sales margin, margin in money,
    money maker, moneymaker, money spinner, money earner, profit maker, profit made, profit earned, margin made,
    margin earned, total profit, ~make a profit, ~turn a profit, ~make profit, gross earning`),
  margin_rate: phrases(`
    margin percent, profit margin percentage, profit margin percent, profit margin %, margin rate, margin %, profit rate, gross margin percentage, gross margin percent, margin ratio,
    profit percentage, profit percent, margin in percent, percentage margin, percent margin,
    gross profit rate, gross profit percentage, gross profit percent, margin level, profit ratio, relative margin,
    margin as a percentage, margin as a share of sale, rate of margin, rate of profit, margin in per cent`),
  revenue_share: phrases(
    'sales share, revenue share, share of revenue, share of turnover, share of business',
  ),
  products_sold: phrases(`
    how many product sold, different product sold, distinct product sold, different item sold, different article sold,
    distinct item sold, sku sold, product with sale, range sold, breadth of range, line sold, different product bought,
    distinct product bought, article with sale, sku with sale`),
  customers: phrases(`
    customer count, number of customer, buyer, distinct buyer, unique buyer, unique customer, distinct customer,
    different customer, customer served, account served, buying customer, client count, number of client,
    customer base, client base, shopper, purchaser, cust count, customer number, active account, active client, active customer,
    customer active, customer were active,
    headcount of customer, paying customer`),
};

/** Adjectives of what earns: the margin, unless its rate or another figure is named. */
export const marginVerbs = phrases('profitable, lucrative, money making, remunerative');

/** Verbs that stand beside a figure and add nothing: "the discount we granted". */
export const idleVerbs = phrases(`
  ~grant, ~allow, ~concede, ~achieve, ~attain, ~realise, ~realize, ~incur, ~post, ~record, ~report, ~register, ~obtain,
  ~offer, ~produce, ~create, ~render, ~accrue, ~accumulate, ~total, ~amass, ~collect, ~tally`);

/** Verbs of sellers: without a figure beside them they speak of what was sold. */
export const sellVerbs = phrases(`
  ~sell, seller, ~move, ~shift, ~flog, moved off the shelf, ~fly off the shelf, ~fly off the shelves, ~get through,
  did we go through, do we go through, we went through, we go through, ~go over the counter, sell like hot cake,
  selling like hot cake`);

/** Verbs of what a business takes: revenue, unless another figure is named ("the profit they earned us"). */
export const revenueVerbs = phrases(`
  ~earn, ~generate, ~bring in, ~pull in, ~rake in, ~turn over, ~ring up, ~fetch, did we gross, we grossed, grossed,
  made, making, we make, did we make, do we make, make us, makes us, did it make, did they make, each make, each made,
  do they make, to make, did we take, do we take, we took, we take, have we taken, we have taken, took the most money,
  did we bill, we billed, did we pocket, we pocketed, we pocket, did they spend, ~bring us, brought us in, gave us, did we do`);

/** What goods are counted in: "how many bags of it did we sell?" */
export const packNouns = phrases(`
  bag, box, boxes, pack, packet, package, carton, case, crate, bottle, jar, tin, can, pair, set, roll, sack, tub, tube, pouch,
  bundle, pcs, pc, ea, copy, kit, tray, sheet, bale, drum, canister`);
