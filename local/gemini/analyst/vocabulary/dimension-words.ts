import { phrases } from './phrases.ts';

/** What English has for the ways to split figures, beside their declared synonyms. */
export const dimensionNames: Record<string, string[]> = {
  purchase_order: phrases(
    'delivery, shipment, po number, po no, purchase order number, order number with supplier',
  ),
  order_status: phrases('order status, po status, state of order'),
  product: phrases(`
    product, item, article, thing, merchandise, prod, product name, single product, individual product, single item,
    individual item, single article, individual article`),
  sku: phrases('sku number, sku code, article code, item code, part number, product id, article no, item no'),
  category: phrases(`
    category, product category, department, product line, assortment group, product group, article group, item group,
    product family, commodity group, merchandise group, good group, group of product, group of article, kind of good,
    type of good, line of product, cat, categ, product division, product class, merchandise category, item category,
    article category, product area, line of business`),
  subcategory: phrases(`
    sub category, subcat, product subgroup, subgroup, sub group, kind of product, type of product, sort of product,
    kind of article, type of article, kind of item, type of item, item type, article type, product kind, product sort`),
  brand: phrases('brand name, trademark, marque, product brand, brand of product, house brand'),
  supplier: phrases(`
    supplier, vendor, supply partner, source of supply, supplying company, suppliers name, who supply, who supplies us,
    who deliver to us, who we buy from, who do we buy from, whom do we buy from, who we order from, who do we order from,
    delivering company`),
  customer: phrases(`
    customer, client, who bought, who buy, shopper, purchaser, patron, buyer, customer name, individual customer,
    single customer, consumer, spender, who order from us, who ordered from us, who spent, who spend, buying company`),
  customer_segment: phrases(`
    segment, customer type, type of customer, customer group, group of customer, kind of customer, class of customer,
    customer class, customer kind, customer category, category of customer, client type, client kind, buyer kind, type of client, kind of client,
    client group, client segment, buyer type, type of buyer, kind of buyer, sort of customer, sort of client,
    type of account, kind of account, account type, customer segment, segment of customer, buyer group, buyer segment,
    market segment, client category`),
  warehouse: phrases(`
    warehouse, depot, location, distribution centre, distribution center, dist center, fulfillment center,
    fulfilment centre, hub, storage site, storeroom, store room, stockroom, storehouse, godown, facility, whse, wh,
    storage location, stock location, warehouse location, logistics center, logistics centre, storage place,
    shop, store, outlet`),
  channel: phrases(`
    channel, sales channel, sale channel, route to market, sales route, channel of sale, order channel, distribution channel,
    way of selling, way of ordering, selling channel, how they order, type of sale`),
  region: phrases(`
    region, territory, province, county, sales territory, sales area, sales zone, zone, part of the country, area of the country, geography,
    sales region, market region, district`),
  month_of_year: phrases(`
    month of the year, which month of the year, time of the year, time of year, which time of the year`),
  weekday: phrases('weekday, day of the week, day of week, which day of the week'),
  movement_type: phrases(`
    movement type, type of movement, kind of movement, type of booking, kind of booking, type of change, cause of movement,
    movement reason, reason for the change, type of transaction, kind of transaction, movement kind`),
  expected_date: phrases(
    'promised day, expected day, due day, day promised, date promised, expected delivery date',
  ),
};
