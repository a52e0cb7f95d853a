import { phrases } from './phrases.ts';

/** What English has for the figures of stock, beside their declared synonyms. */
export const stockNames: Record<string, string[]> = {
  on_hand: phrases(`
    stock, inventory, on hand, at hand, unit on hand, unit in stock, unit of stock, piece in stock, in stock, stock level,
    inventory level, stock status, inventory status, stock position, inventory position, stock quantity,
    stocked, stock holding, stockholding, inventory holding, soh, qoh, stock count, stock unit, quantity in stock,
    physical stock, physical inventory, stock figure, stock balance, stock on site,
    lying in, sitting in, stored in, in storage, in store room, in storeroom, in the stockroom, in the building, unit in the house, unit in house,
    unit in the warehouse, unit in our warehouse,
    on the floor, on the shop floor, on the shelf, on the shelves, on our shelves, in the racks, stock left, left in stock, remaining stock, stock remaining,
    unit left, piece left, bag left, box left, item left, unit remaining, remaining unit, left on hand, still in stock,
    still on hand, have left, got left, have we left, are left, is left, still have, still left, have remaining,
    have in store, do we hold, we hold, unit held, unit stored, good on hand, good in stock, merchandise in stock`),
  stock_value: phrases(`
    value of inventory, value of stock, value of stock on hand, inventory worth, stock worth, worth of stock, inventory value,
    worth of inventory, capital in stock, money in stock, money on stock, capital on stock, cash on stock, money in inventory, capital in inventory, cash in stock,
    cash in inventory, inventory investment, investment in stock,
    investment in inventory, invested in stock, invested in inventory, book value, stock valuation, inventory valuation,
    value of good, stock at cost, inventory at cost, valued at cost, worth at cost, stock in money, stock in dollar,
    inventory in dollar, stock dollar, inventory dollar, dollar of stock, dollar of inventory, asset value,
    is it worth, it worth, they worth, that worth`),
  retail_value: phrases(`
    value at list price, value at retail, stock at retail, stock at selling price, inventory at retail, list value,
    retail value of stock, sales value of stock, selling value of stock, value at selling price, value at sales price,
    worth at list price, worth at retail, worth at selling price, worth at sales price, valued at list price,
    valued at retail, at list price, at retail price, at selling price`),
  list_price: phrases(`
    price, price list, price of, list price, listed price, catalog price, full price, tag price, ticket price, msrp, rrp,
    recommended price, recommended retail price, sticker price, official price, price in the list, price per the list`),
  unit_cost: phrases(`
    cost of one unit, cost of a unit, cost per piece, cost each, price we pay, cost of one, cost of a single unit,
    cost price, standard cost, standard price, own cost`),
  out_of_stock: phrases(`
    out of stock, stock out, stockout, ran out, run dry, ran dry, sold out, none left, nothing left, no stock left,
    no stock, no inventory, zero stock, zero inventory, zero on hand, stock of zero, at zero, at zero stock, down to zero, unavailable, empty, empty shelf,
    empty shelves, oos, stocked out, depleted, exhausted, out of it, stock shortage, shortage, not available,
    completely out, fully out, out completely`),
  out_of_stock_rate: phrases(`
    stock out rate, oos rate, out of stock rate, out of stock percentage, stockout rate, rate of stockout,
    share out of stock, percentage out of stock, percent out of stock`),
  stock_out_days: phrases(`
    days out of stock, out of stock day, days without stock, stock out day, stockout day, days sold out, days at zero stock, days empty,
    days of stock out, days with no stock, days unavailable, days with nothing available, days with empty shelves`),
  days_of_cover: phrases(`
    days of supply, days of inventory, days on hand, dio, doi, doh, dsi, stock cover, inventory cover, cover in days,
    days cover, days of stock on hand, days left, days of stock left, weeks of cover, weeks of stock, weeks of supply,
    weeks of inventory, range of coverage, stock reach, reach of stock, stock runway, runway, days stock lasts,
    stock last, stock lasts, stock sufficient, days of sale in stock, days sales of inventory, forward cover,
    days will last, stock will last, will last, days of sales cover`),
  on_order: phrases(`
    on order, on order with supplier, on order from supplier, incoming stock, inbound, incoming, on order still open, on order that is still open, inbound stock,
    pipeline stock, in transit, incoming unit, inbound unit,
    incoming good, inbound good, stock on order, unit on order, order quantity with supplier, ordered but not received`),
  available: phrases(`
    available, free, left to sell, can still be sold, can i still sell, still sellable, not set aside, available stock, availability, available to sell, available for sale, available to promise, free to sell,
    free to promise, freely available, free stock, free unit, unit free, are free, is free, have free, got free,
    sellable, saleable, salable, unreserved, uncommitted, unallocated, not reserved, left to sell, left to promise,
    can i promise, can we promise, can be promised, can we sell, can we still sell, we can sell, we can still sell, can sell, can still sell, could still sell, can promise, can we promise, could we sell now, open to sell, usable stock,
    not spoken for, not promised, on hand less reserved, stock less reservation, net of reservation, after reservation`),
  reserved: phrases(`
    reserved, reservation, allocated, committed, promised, promised to order, promised to customer, promised for order,
    earmarked, earmarked for order, tied to order, bound to order, tied up for order, allocated to order, allocated to customer, allocated for order, committed to order,
    committed to customer, reserved for order, reserved for customer, set aside for order, set aside for customer,
    put aside for order, put aside for customer, spoken for, held for order, held for customer, held back for order,
    kept for order, kept for customer, blocked for order, blocked by order, assigned to order, assigned to customer,
    ring fenced, ringfenced, booked for order, booked for customer, waiting to ship, waiting to be shipped,
    waiting to go out, awaiting shipment, awaiting dispatch, still to ship, still to be shipped, sold but not shipped,
    sold but not yet shipped, ordered but not shipped, ordered but not yet shipped, on reserve, taken by order,
    claimed by order, due to customer, promised already, already promised, already spoken for, on reservation,
    under reservation, not yet shipped, for order not yet shipped, for order that have not shipped`),
  stocked_products: phrases(`
    product in stock, article in stock, sku in stock, number of sku in stock, size of range, product range, range size,
    product we keep, product we stock, product we carry, article we keep, sku held, sku stocked, different product in stock,
    distinct product in stock, product stocked, article stocked, item stocked, different article in stock`),
  daily_demand: phrases(`
    demand per day, daily demand, average daily demand, sales velocity, velocity, rate of sale, daily rate of sale,
    sold per day on average, unit sold a day, daily offtake, average daily sales, demand rate, daily usage, daily consumption,
    unit sold per day`),
  turnover: phrases(`
    stock turnover, inventory turnover, stock turn, inventory turn, stock turned, inventory turned, stock turning, stock turn over, inventory turn over,
    stock turned over, inventory turned over, stock rotate, stock rotated, inventory rotation, stock turn rate, turn rate,
    turn ratio, inventory turnover ratio, stock turnover rate, turnover of stock, turnover of inventory, inventory velocity,
    turn of stock, turn of inventory, turnover rate, turnover ratio, ~turn its stock, ~turn their stock, ~turn our stock`),
  average_on_hand: phrases(
    'average stock level, average stock on hand, average unit in stock, mean inventory',
  ),
  average_stock_value: phrases('average value of stock, average value of inventory, mean stock value'),
  unsold_products: phrases('unsold'),
  aged_units_90: phrases(
    'aged, aged inventory, stock over 90 days, stock aged over 90 days, stale stock, unit over 90 days old',
  ),
};

/** Verbs and adjectives of keeping: without another figure they speak of what is there, or of the part of it that they say. */
export const stockVerbs: Record<string, string[]> = {
  on_hand: phrases(
    'holds, held, hold, stored, ~warehouse, do we keep, we keep, is kept, are kept, kept in, kept at, keep on stock',
  ),
  stock_value: phrases(`
    capital immobilized, capital immobilised, immobilized capital, immobilised capital, money immobilized, money immobilised, money tied up, capital tied up, cash tied up, money locked up, capital locked up, cash locked up, money bound,
    capital bound, bound capital, ~bind capital, ~tie up capital, ~tie up money, ~tie up cash, ~lock up capital,
    ~lock up money, ~lock up cash, money sitting in, money is sitting in, cash sitting in, money parked in, money stuck in,
    capital stuck in, working capital, capital, immobilized, immobilised, immobilized in, immobilised in, capital immobilized, capital immobilised, ~tie up, ~lock up, ~bind, worth, is worth, are worth, be worth, it all worth, tied, worth now, parked, frozen in, sunk in,
    invested in`),
  reserved: phrases(`
    set aside, put aside, put by, held for, held back, ~hold back, kept back, kept aside, kept for, blocked, assigned,
    pledged, reserve, earmark`),
};
