import { phrases } from './phrases.ts';

/** What English has for the figures of orders to suppliers, beside their declared synonyms. */
export const purchasingNames: Record<string, string[]> = {
  purchase_order_count: phrases(`
    purchase order, supplier order, order to supplier, `),
  ordered_units: phrases(`
    unit ordered, piece ordered, unit bought, piece bought, quantity ordered, unit procured, unit purchased,
    piece purchased, quantity bought, quantity purchased, unit we ordered, unit we bought`),
  ordered_value: phrases(`
    purchasing volume, purchasing, procurement, purchase volume, procurement volume, procurement value, purchasing value,
    po value, value of po, purchase order value, value of purchase order, po spend, po amount, spend with supplier,
    supplier spend, spending with supplier, money spent with supplier, value of purchase, value of good bought,
    value of good ordered, amount purchased, purchase amount, purchasing cost, cost of purchase, buying volume,
    value of order to supplier, value of order value with supplier, paid to supplier, bought in`),
  open_orders: phrases(`
    open purchase order, open po, pending order, pending po, order open, purchase order open, po open, unfilled po,
    unfinished po, order not closed, order outstanding, po outstanding, purchase order outstanding, outstanding po,
    outstanding purchase order, running order, order in progress, po pending, order pending, undelivered order,
    undelivered po, unfulfilled po, unfulfilled purchase order, order still open, po still open`),
  open_lines: phrases(
    'open line, line open, pending line, outstanding line, line outstanding, undelivered line',
  ),
  open_units: phrases(`
    open unit, unit open, unit outstanding, outstanding unit, outstanding quantity, quantity outstanding, pending unit,
    undelivered unit, unit undelivered, unit not yet received, unit not received, unit not arrived, unit to come,
    unit yet to come, unit still to come, unit we are waiting for, unit we wait for, unit awaited, unit due,
    on the way, on its way, on their way, coming in, in the pipeline, piece to come, piece still to come, piece outstanding, backlog with supplier, unit pending, unit still expected`),
  open_value: phrases(`
    owe us, they owe, open value, value open, value outstanding, outstanding value, value still to come, value of open order,
    value of open po, open order value, open po value, open commitment, open purchase commitment, open po commitment, outstanding purchase commitment, open purchasing commitment, purchase commitment, commitment to supplier,
    outstanding commitment, committed spend, value on order, value of good on order, value of stock on order`),
  late_orders: phrases(`
    late purchase order, late order, overdue order, late po, overdue po, delayed order, late delivery, order late,
    purchase order late, order overdue, overdue purchase order, po overdue, po late, delayed po, delayed delivery,
    delivery delayed, delivery late, delivery overdue, missed delivery, slipping delivery, order behind schedule,
    po behind schedule, late shipment, overdue shipment, delayed shipment, order running late,
    behind schedule, running behind, run behind, fallen behind, fall behind, are behind, is behind, are behind schedule, is behind schedule, are running behind,
    is running behind, behind with delivery`),
  late_units: phrases(
    'late unit, unit late, unit overdue, overdue unit, delayed unit, unit delayed, late quantity',
  ),
  late_value: phrases(
    'late value, value late, overdue value, value overdue, value of late order, value of overdue order, overdue amount, late amount, amount overdue',
  ),
  late_rate: phrases(`
    share late, late share, percentage late, percent late, share overdue, percentage overdue, percent overdue, late rate`),
  days_open: phrases(
    'days open, age of order, age of open order, order age, age of po, days since the order, open since',
  ),
  days_late: phrases(
    'days late, days overdue, days behind, days behind schedule, day late, day overdue, days past due',
  ),
  received_value: phrases(`
    value of good received, value of received good, value received, good received in dollar, value of delivery,
    delivered value, value of good delivered`),
  rejected_units: phrases(`
    defective, faulty, rejected, unit rejected, bad good, bad quality, reject, faulty good, defective good, defect, bad unit, bad piece,
    sent back to supplier, returned to supplier, sent back to vendor, turned away, not accepted, failed inspection,
    rejected on arrival, good rejected on arrival, unit rejected on arrival, refused on arrival, faulty on arrival, damaged on arrival, broken on arrival, arrived damaged, arrived broken, poor quality, quality problem, quality issue,
    broken unit, broken piece, broken article, broken bag, broken box, faulty unit, faulty piece, faulty item, faulty article, defective piece, defective item, defective article, damaged piece, damaged item, damaged article, spoilt good, spoiled good, bad merchandise, damaged merchandise, faulty delivery, bad delivery,
    substandard, below standard, not up to standard, broken stuff, broken good, broken item, damaged good, damaged stuff,
    damaged unit, unusable, unit refused, good we rejected`),
  rejected_value: phrases('value rejected, rejected value, value of rejected good, value of reject'),
  rejection_rate: phrases(`
    rejection percentage, rejection rate, rejection, reject rate, reject percentage, defect rate, defect percentage,
    share rejected, percentage rejected, percent rejected, proportion rejected, rate of rejection, failure rate,
    share of defective unit, share of faulty unit, faulty rate, quality of delivery, delivery quality`),
  cancelled_lines: phrases(
    'cancelled, cancelled line, cancelled po line, canceled, canceled line, canceled po line, called off',
  ),
  received_units: phrases('arrived, unit arrived, unit received from supplier, quantity delivered'),
  missed_dates: phrases(`
    missed promise, missed promised date, missed promised day, missed date, missed deadline, promised date missed,
    after the promised day, after the promised date, past the promised date, not on time, not delivered on time,
    not received on time, too late, ~miss promised date, ~miss their promised date, ~miss date, ~miss delivery date,
    ~break promise, ~break their promise, failed to deliver by the promised date, ~fail to deliver on time`),
  on_time_rate: phrases(`
    reliable, reliability, punctual, punctuality, on time, on time share, on time percentage, on time performance,
    delivery reliability, delivery performance, delivered on time, delivery on time, arrive on time, arrived on time,
    ~deliver on time, ~keep promise, ~keep their promise, ~keep promised date, ~keep their promised date, ~keep the promised date, ~keep its promised date, ~keep to promised date, ~keep to their promised date, ~respect promised date, ~respect their promised date, ~keep delivery date, ~keep to delivery date, ~stick to date,
    ~meet deadline, ~meet delivery date, ~meet promised date, ~meet the promised date, dependable, dependability,
    timeliness, otd, otif, on schedule, on time in percent`),
  fill_rate: phrases(`
    completeness, in full, delivered in full, delivery in full, fulfilment rate, fulfillment rate, order fulfilment,
    order fulfillment, completeness of delivery, share of ordered unit accepted, service level of supplier, fill ratio,
    ~deliver in full, supplier service level`),
  lead_time: phrases(`
    lead time, to deliver, take to deliver, time to deliver, delivery speed, days to deliver, time from order to delivery,
    time from order to receipt, order to delivery, order to receipt, replenishment time, supply time, procurement time,
    waiting time, wait time, take to arrive, take to be delivered, delivery take, delivery takes, turnaround time,
    turnaround, days from order to delivery, actual delivery time, speed of delivery, leadtime, need to deliver,
    to get here, to be delivered`),
  promised_lead_time: phrases(`
    promise, they promise, they promised, supplier promise, supplier promised, promised delivery time, quoted delivery time,
    agreed delivery time, promised lead time, stated lead time, contractual lead time`),
  delivery_delay: phrases(`
    average delay, mean delay, average lateness, lateness, average days late, days late on average, late on average,
    mean days late, average delay in days, delay on average, overrun of delivery, delivery delay, delay of delivery,
    typical delay, average delivery delay`),
  longest_lead_time: phrases(`
    longest lead time, maximum lead time, max lead time, longest we waited, longest we had to wait,
    longest we have waited, worst lead time, longest wait, longest delivery time,
    longest delivery, slowest delivery`),
};

/** Adjectives of what has not come: without another figure they speak of the units that are due. */
export const purchasingVerbs: Record<string, string[]> = {
  open_units: phrases(`
    still to come, yet to come, to come, yet to arrive, still to arrive, to arrive, not yet in, not in yet, not yet arrived,
    not arrived yet, not yet received, not received yet, not yet delivered, not delivered yet, still to be delivered,
    yet to be delivered, ~wait for, waiting on, still waiting, ~await, awaited, still outstanding, still missing from,
    still expected, still due, yet to receive, still to receive, yet to deliver, still to deliver, undelivered,
    hasnt arrived, havent arrived, hasnt come in, havent come in, hasnt come, havent come, hasnt been delivered,
    havent been delivered, havent received, have not received, has not arrived, have not arrived, not come in yet`),
};
