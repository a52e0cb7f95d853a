import { phrases } from './phrases.ts';

export const reorderPhrases = phrases(`
  reorder, reordering, reordered, re order, ordering all, ordering that, reorder recommendation, reorder suggestion, inventory reorder,
  replenish, replenishment, restock, restocking, stock up, need to order, should order, should buy,
  should we order, should i order, should we buy, should i buy, what to order, what to buy,
  order recommendation, purchase recommendation, buying recommendation, below reorder point, reorder point,
  run out, running out, running low, run low, low stock, low on stock, low in stock, about to run out,
  need ordering, needs ordering, critical stock, urgent order, most urgent, stock alert, understocked,
  safety stock`);

/** More names for measures and dimensions, where they are declared. Declared synonyms come first. */
export const measureNames: Record<string, string[]> = {
  late_orders: phrases(`
    late purchase order, late order, overdue order, late po, overdue po, delayed order, late delivery,
    order late, purchase order late, order overdue`),
  open_orders: phrases('open purchase order, open po, pending order, order open, purchase order open'),
  purchase_order_count: phrases('purchase order'),
  revenue: phrases(`
    sale, revenue, money, earned, earn, turnover, sales figure, made, business, spend, spent, spending,
    money in sale, turn over, turned over, we make, did we make, do we make`),
  ordered_value: phrases('purchasing volume, purchasing, procurement'),
  open_value: phrases('owe us, they owe'),
  open_units: phrases('on the way, on its way, on their way, coming in, in the pipeline'),
  lead_time: phrases('to deliver, take to deliver, time to deliver, delivery speed'),
  promised_lead_time: phrases('promise, they promise, they promised, supplier promise, supplier promised'),
  on_time_rate: phrases('reliable, reliability, punctual'),
  received_units: phrases('arrived, unit arrived'),
  rejected_units: phrases('defective, faulty, rejected, unit rejected'),
  rejection_rate: phrases('rejection percentage, rejection rate, rejection'),
  cancelled_lines: phrases('cancelled, cancelled line, cancelled po line'),
  missed_dates: phrases(`
    missed promise, missed promised date, missed promised day, missed date, missed deadline, promised date missed,
    after the promised day, after the promised date, past the promised date, not on time, not delivered on time,
    not received on time, too late`),
  units_in: phrases('take in, took in, taken in, take in goods, took in goods, goods in'),
  units_out: phrases('shipped out, ship out, goods out, left stock, left the warehouse, that left stock'),
  units_restocked: phrases('back on the shelf, back on shelf, went back on the shelf, back into stock'),
  transferred_in: phrases('transfer received, transferred into'),
  units_received: phrases('book in, booked in, received, unit received, arrived, unit arrived'),
  transferred_out: phrases('transferred, unit transferred, transfer between warehouse'),
  units: phrases('unit, unit sold net, item sold, piece sold, quantity sold, volume'),
  orders: phrases('order, sales order, customer order'),
  gross_margin: phrases(
    'making money, make money, profit, gross profit, profitable, most profitable, profitability amount, margin amount',
  ),
  margin_rate: phrases(`
    margin percent, margin rate, margin %, profit rate, gross margin percentage, gross margin percent,
    profit percentage, margin in percent`),
  returns: phrases('return, returned, refund, returned goods'),
  return_rate: phrases('rate of return, returns rate'),
  discount: phrases('discounting, price cut, discount amount'),
  discount_rate: phrases('average discount, discount percent'),
  average_order_value: phrases('order value, average basket value'),
  average_price: phrases(
    'price per piece, price per unit, average price per piece, price, average unit price, selling price',
  ),
  customers: phrases('customer count'),
  products_sold: phrases('how many product sold, different product sold'),
  on_hand: phrases(`
    stock, inventory, on hand, unit on hand, unit in stock, unit of stock, piece in stock, in stock,
    stock level, inventory level, stock status, inventory status, stock position, stock quantity,
    unit in the house, unit in house, unit in the warehouse, unit in our warehouse, in the building,
    how much stock, stocked, lying in, sitting in, stored in, in storage, in store room`),
  stock_value: phrases(`
    value of inventory, value of our inventory, value of our stock, value of the stock,
    value of the inventory, inventory worth, stock worth, inventory value, capital in stock, money in stock,
    money in inventory, tie up, ties up, tied up, tying up, worth, is it worth, it worth, they worth, that worth, money tied up, capital tied up`),
  out_of_stock: phrases(`
    out of stock, stock out, ran out, run dry, stockout, sold out, no stock, zero stock, unavailable,
    zero inventory, empty`),
  days_of_cover: phrases('days of supply, days of inventory, days on hand, dio, stock cover'),
  on_order: phrases('on order, incoming stock, inbound, on order still open, on order that is still open'),
  available: phrases(`
    available, available stock, availability, free, left to sell, can still be sold, can still sell, can we still sell,
    can i still sell, still sellable, not spoken for, not set aside, not promised`),
  reserved: phrases(
    'reserved, reservation, held for order, held for customer, set aside for order, promised to customer, promised to order',
  ),
  aged_units_90: phrases('aged, aged inventory'),
  unsold_products: phrases('unsold'),
};

export const dimensionNames: Record<string, string[]> = {
  purchase_order: phrases('delivery, shipment'),
  product: phrases('product, item, article, thing'),
  category: phrases('category, product category, department, product line, assortment group'),
  customer: phrases('customer, client, who bought, who buy'),
  customer_segment: phrases('segment, customer type, type of customer, customer group'),
  warehouse: phrases('warehouse, depot, location'),
  channel: phrases('channel, sales channel'),
  region: phrases('region, territory'),
  month_of_year: phrases(`
    month of the year, which month of the year, time of the year, time of year, which time of the year`),
  weekday: phrases('weekday, day of the week, day of week, which day of the week'),
};

/** Declared synonyms that are ordinary words: taken only after "by", "per", "each" or "which". */
export const weakWords = new Set(
  phrases(`
  good, model, make, label, site, account, area, ordered, market, country, location, article, committed,
  promised, allocated, volume sold, pieces, business, made, money, thing, price, empty, worth, earn, earned,
  department, manufacturer`),
);
