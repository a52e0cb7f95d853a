import { type MissingTopic, topic } from './missing-topic.ts';

/** What a company knows of itself and a dashboard of sales and stock does not. */
export const companyTopics: MissingTopic[] = [
  topic(
    'data about employees',
    'Which warehouse ships the most units?',
    `
    employee, staff, headcount, head count, salary, salaries, payroll, wage, hr, human resources, sick leave, sick day, sick note,
    vacation, annual leave, absence, absenteeism, attendance, hired, hire, hiring, new hire, recruit, recruitment, personnel,
    worker, workforce, fte, overtime, per shift, night shift, day shift, late shift, early shift, shift plan, rota, roster,
    sales rep, sales representative, sales agent, account manager, key account manager, warehouse manager, store manager,
    sales manager, shop manager, salesperson, sales person, salesman, saleswoman, sales people, sales staff, sales force,
    cashier, colleague, co worker, coworker, commission, bonus, bonuses, training, apprentice, intern, labour, labor,
    labour cost, labor cost, man hour, working hour, hours worked, productivity, picker, packer, driver, forklift driver,
    team member, employee turnover, staff turnover, resigned, who works, which employee, which salesperson,
    buyer at our company, buyer in our company, our buyer, purchasing manager, purchasing team, purchasing clerk, purchasing agent`,
  ),
  topic(
    'record of where suppliers are',
    'What was ordered from each supplier?',
    `
    supplier country, supplier countries, country of supplier, country of the supplier, country of our supplier, country of origin,
    countries of origin, origin country, country supplier, supplier based, supplier located, where are our supplier, where are the supplier,
    where is our supplier, where is the supplier, where do our supplier, supplier come from, supplier nationality, foreign supplier,
    domestic supplier, local supplier, overseas supplier, european supplier, asian supplier, supplier abroad`,
  ),
  topic(
    'record of who came into a ranking or left it',
    'Which customers grew most compared with last year?',
    `
    out of the top, into the top, new in the top, new to the top, new on the top, left the top, leave the top, enter the top, entered the top, joined the top,
    join the top, made the top, moved up the ranking, moved down the ranking, up the ranking, down the ranking, moved up in the ranking`,
  ),
  topic(
    'budget or target',
    'How does revenue compare with last year?',
    `
    budget, budgeted, target, goal, quota, plan versus actual, plan vs actual, plan, planned, planning, kpi target, on track,
    on plan, business plan, against plan, to plan, objective, okr, benchmark target, sales target, ahead of plan, behind plan`,
  ),
  topic(
    'record of what people say',
    'Which suppliers deliver late most often?',
    `
    supplier say why, suppliers say why, they say why, they said why, suppliers said why, vendors say why, customers say why,
    they tell us why, suppliers tell us why, vendors tell us why, customers tell us why, they give a reason, suppliers give a reason,
    excuse, excuses, apology, apologise, apologize`,
  ),
  topic(
    'measure of customer satisfaction',
    'What is the return rate by category?',
    `
    satisfaction, satisfied, nps, net promoter, customer review, product review, review score, star rating, rating, rated,
    complaint, complain, complained, feedback, happy, unhappy, csat, sentiment, customer service, support ticket,
    support case, claim, warranty claim, call center, call centre, testimonial, survey`,
  ),
  topic(
    'record of which customers return goods, or why,',
    'What is the return rate by product?',
    `
    how many customer returned, how many customer sent back, how many customer brought back, customer who returned,
    customer who sent back, reason for return, return reason, reason for the return,
    reason for sending back, cause of return, reason for buying,
    reason of return`,
  ),
  topic(
    'figure of customers that bought before',
    'What did new customers spend this year?',
    `
    returning customer, returning buyer, returning client, repeat customer, repeat buyer, repeat client, existing customer,
    existing client, existing buyer, existing account, established customer, old customer, customer who came back`,
  ),
  topic(
    'measure of customer retention',
    'How many customers bought in each of the last six months?',
    `
    churn, churned, retention, retained, attrition, lost customer, customer lost, customer did we lose, customer we lost,
    first time customer, first time buyer, newly acquired, stop buying, stopped buying,
    stop ordering, stopped ordering, stop purchasing, stopped purchasing, repeat order, reorder rate of customer, inactive customer, dormant customer,
    lifetime value, ltv, clv, repeat purchase, repurchase, loyalty, loyal customer, loyal, cohort, acquisition cost,
    customer acquisition, cac, win back, won back, customer left us, left us, defected`,
  ),
  topic(
    'offers, quotes or leads',
    'How many orders were placed last month?',
    `
    quote, quotation, offer sent, sales lead, lead conversion, prospect, sales pipeline, deal pipeline, opportunity,
    opportunities, tender, won deal, lost deal, win rate, hit rate, crm, proposal sent`,
  ),
  topic(
    'web or marketing data',
    'What is the revenue by channel?',
    `
    website, web site, web traffic, traffic, visitor, visit, page view, pageview, conversion rate, conversion, click, ctr,
    bounce rate, session duration, cart abandonment, abandoned cart, campaign, promo, promo code, coupon, voucher, gift card,
    promotion, advertising, advert, advertisement, ad spend, ad, marketing, ads, seo, email open, newsletter, mailing,
    social media, instagram, tiktok, facebook, youtube, google ads, google analytics, roas, impressions, follower, influencer,
    footfall, foot fall, store visitor, brand awareness, landing page, search term, black friday campaign`,
  ),
  topic(
    'delivery or carrier data',
    'What are the units shipped by warehouse?',
    `
    carrier, freight, freight cost, cost us to ship, cost to ship, cost us to deliver, cost to deliver, cost us to send, pay to ship, paid to ship, courier, delivery time, delivered on time, on time delivery, shipping cost, shipping an order, ship an order, delivering an order, deliver an order, shipped late,
    shipping fee, shipping charge, postage, cost of shipping, cost to ship, shipping time, tracking number, tracking, parcel,
    truck, lorry, van, transport, transport cost, transportation, logistics cost, delivery cost, delivery charge,
    delivery address, delivery to customer, late delivery, late shipment, route planning, last mile, dhl, ups, fedex,
    customs, import duty, tariff, duties, container, incoterm, packaging cost, weight shipped, in transit damage`,
  ),
  topic(
    'state of single customer orders',
    'How much stock is reserved, by warehouse?',
    `
    backorder, back order, backordered, order on hold, on hold, unshipped order, unfulfilled customer order,
    cancelled customer order, customer cancelled, cancelled by customer, cancelled by the customer, customer cancellation,
    customer who cancelled, order backlog, order status of customer, open customer order, pending customer order,
    order not shipped, order not yet shipped, time to ship, dispatch time, order processing time, perfect order rate`,
  ),
  topic(
    'data about invoices or payments',
    'What is the revenue by customer?',
    `
    invoice, invoiced, payment, unpaid, paid late, not paid, havent paid, have not paid, overdue, receivable, payable, debt,
    debtor, creditor, credit limit, credit note, credit term, payment term, dunning, cash flow, cashflow, bank, bank account,
    liquidity, dso, days sales outstanding, dpo, accounts receivable, accounts payable, owe us money, owes us money,
    who owes us, owe us for, owe us, owes us, do we owe, did we owe, we owe, we still owe, do we still owe, bad debt, prepayment, deposit, down payment, cash on delivery, paid by card, payment method,
    pay by card, settle, settled, slow paying, slowest paying, late paying, slow payer, late payer, bad payer, best payer, good payer,
    pay late, pays late, pay on time, pays on time, pay slowly, slowest to pay, slow to pay`,
  ),
  topic(
    'record of taxes',
    'What was the revenue last month?',
    'tax, taxes, vat, sales tax, value added tax, gst, after tax, before tax, income tax',
  ),
  topic(
    'operating cost, so no net profit',
    'What is the gross margin by month?',
    `
    net profit, net income, net margin, net earning, operating profit, operating income, operating margin, ebit, ebitda,
    operating cost, operating expense, running cost, opex, overhead, overheads, rent, rental, lease, expenses, expense,
    interest, depreciation, amortisation, amortization, bottom line, profit and loss, p l,
    balance sheet, income statement, capex, roi, return on investment, return on capital, roce, gmroi, electricity,
    electricity cost, energy cost, heating, insurance, fixed cost, variable cost, warehouse cost, storage cost, holding cost,
    carrying cost, handling cost, cost of storage, cost to store, cost to serve, break even, breakeven,
    profit after cost, net of cost, loan`,
  ),
  topic(
    'data about production or quality',
    'What is the return rate by product?',
    `
    production, manufacturing, manufactured, machine, machine hour, assembly line, defect, scrap, downtime, oee,
    quality control, quality inspection, bill of material, bom, yield, work order, raw material, batch size, recall`,
  ),
  topic(
    'reason for which stock is missing',
    'How many units were written off, by warehouse?',
    `
    stolen, steal, shoplifting, shoplifted, pilferage, pilfered, spoiled, spoilage, spoilt, breakage, broken in the warehouse,
    damaged in the warehouse, damaged stock, damaged good, water damage, wastage, food waste, vandalism, burglary, theft,
    gone off, mouldy, rotten`,
  ),
  topic(
    'batches, expiry dates or bin locations',
    'What is on hand by warehouse?',
    `
    expiry, expire, expired, expiring, expiration, best before, use by, sell by date, shelf life, batch, batch number, lot number,
    serial number, bin, bin location, shelf, shelf space, aisle, rack, pallet, pick rate, picking, pick, put away, putaway,
    barcode, rfid, temperature controlled, cold chain, quarantine, quarantined`,
  ),
  topic(
    'measure of warehouse capacity',
    'What is on hand by warehouse?',
    `
    capacity, utilization, utilisation, square meter, square metre, square feet, square foot, sqm, space, dock, loading dock,
    how full, floor space, cubic, cubic meter, storage space, room for, room left, free space, occupancy, fill level`,
  ),
  topic(
    'data about sustainability',
    'What are the units sold by category?',
    `
    co2, carbon, emission, sustainability, sustainable, footprint, recycling, recycled, esg, energy, organic, fair trade,
    fairtrade, greenhouse gas, climate neutral`,
  ),
  topic(
    'personal data about customers',
    'What is the revenue by customer segment?',
    `
    email address, e mail address, phone number, telephone number, mobile number, address of, home address, age of, age group,
    gender, male, female, men or women, share of women, share of men, women among, men among, ladies among, percentage of women, percentage of men, birthday, date of birth, demographic, password, credit card, card number, postcode,
    post code, zip code, passport, income of customer, contact person, contact details`,
  ),
  topic(
    'list of prices',
    'What is the average price by product?',
    `
    expensive, cheapest, cheap, list price, unit cost, price list, price of, catalogue price, catalog price, retail price, msrp,
    rrp, recommended price, pricey`,
    ['list_price'],
  ),
  topic(
    'record of earlier prices',
    'What is the list price by product?',
    'price increase, price rise, price hike, price change, raised price, raise price',
  ),
  topic(
    'dates on which products were launched',
    'Which products sold most this year?',
    `
    launched, launch, product launch, introduced, newly listed, new product, new in the range, newly introduced, new arrival,
    product introduction`,
  ),
  topic(
    'facts about what a product is made of',
    'Which products sold most this year?',
    `
    weight of, total weight, weight in, weight shipped, how heavy, in kilograms, in kilos, in tonnes, in tons, dimension of product, colour of, color of, material of, ingredient, allergen, origin of, country of origin,
    size chart, product description, spec sheet, specification, user manual, warranty`,
  ),
];
