import { phrases } from './phrases.ts';

/** What English has for the figures of changes of stock, beside their declared synonyms. */
export const movementNames: Record<string, string[]> = {
  movements: phrases(`
    stock movement, inventory movement, movement of stock, movement of inventory, stock booking, inventory transaction,
    change of stock, stock posting, number of booking`),
  net_change: phrases(`
    net change, net stock change, net movement of stock, net stock movement, net inventory movement, net movement,
    stock build, stock buildup, net flow, net of in and out, difference between in and out`),
  units_in: phrases(`
    ~take in, ~take in good, good in, stock in, unit in, unit coming in, unit that came in, inflow, into stock,
    came into stock, ~enter stock, put into stock, added to stock, inward, inwards, unit brought in, intake, stock intake,
    came into the warehouse, entered the warehouse, inbound movement`),
  units_out: phrases(`
    shipped out, ship out, good out, stock out of the warehouse, left stock, left the warehouse, that left stock, that left,
    left the building, ~leave the warehouse, ~leave the building, ~leave stock, unit out, outward, outwards, good outward,
    outflow, taken out of stock, moved out, went out of stock, outbound, outbound movement, outgoing unit, outgoing good`),
  units_received: phrases(`
    ~book in, ~check in, unit received, unit arrived, good received, good receipt, good inward, goods in from supplier,
    grn, grn quantity, good arrived, piece received, received unit, arrival, quantity received, received from supplier,
    received quantity, unit that arrived, unit that came in from supplier, receipt of good, landed unit`),
  units_issued: phrases(`
    unit issued, good issue, good dispatched, good despatched, good sent out, issued to customer, sent to customer,
    shipped to customer, dispatched to customer, good issued, piece issued, outbound to customer, good that left`),
  units_restocked: phrases(`
    back on the shelf, back on shelf, came back into stock, came back in stock, came back to stock, went back on the shelf,
    back into stock, back in stock, put back into stock, put back on the shelf, unit restocked, restocked,
    customer return put back on the shelf, return put back on the shelf, return put back into stock,
    customer return put back into stock, returned to stock`),
  transferred_in: phrases(`
    transfer received, transferred into, transfer in, transfer into, inbound transfer, incoming transfer,
    received from other warehouse, unit received from other warehouse, unit received from another warehouse,
    received from another warehouse, came from another warehouse, came from other warehouse, come from other warehouse,
    moved in from other warehouse, transferred in, brought in from other warehouse, sent over from other warehouse,
    received by transfer, arrived by transfer, unit transferred in, piece transferred in, good transferred in,
    stock transferred in, unit transferred into`),
  transferred_out: phrases(`
    transferred, unit transferred, transfer between warehouse, transfer out, outbound transfer, outgoing transfer, transfer,
    ~transfer, transferred out, unit transferred out, piece transferred out, good transferred out, sent to other warehouse,
    sent to another warehouse, moved to other warehouse, moved to another warehouse, ~shift between warehouse,
    ~shuffle between warehouse, ~shuffle between site, ~move between warehouse, ~send between warehouse,
    ~ship between warehouse, ~shift between depot, ~move between depot, ~send between depot, ~shift between site,
    ~move between site, ~send between site, ~move between location, ~shift between location, ~move from one warehouse,
    ~shift from one warehouse, moved from one site, moved from one depot, inter warehouse transfer, inter site transfer,
    inter depot transfer, inter branch transfer, interwarehouse transfer, internal transfer, stock transfer,
    inventory transfer, rebalanced between warehouse, relocated, redistributed, sent over to another warehouse,
    passed on to other warehouse`),
  adjusted_units: phrases(`
    adjusted, adjustment, stock adjusted, inventory adjusted, unit adjusted, stock correction, inventory correction,
    correction, count difference, counting difference, stock difference, inventory difference, count variance,
    inventory variance, stock variance, stocktake difference, stocktake variance, stocktaking difference, discrepancy,
    stock discrepancy, inventory discrepancy, net adjustment, count correction, stock count difference,
    inventory count difference, count difference, counting difference, stocktake difference, corrected when counted`),
  shrinkage: phrases(`
    ~shrink in stock, stock shrinkage, inventory shrinkage, lost stock, lost unit, unit lost, lost inventory, stock lost,
    inventory lost, unit missing, unit written off, piece missing, gone missing, went missing, go missing, goes missing,
    stock missing, missing stock, missing inventory, missing piece, ~write off, write off, stock write off,
    inventory write off, disappeared, disappear, vanished, binned, trashed, chucked, chucked out, chucked away, discarded,
    dumped, thrown out, tossed, spoiled, spoilt, perished, expired and thrown away, unaccounted for, unaccounted,
    written down, stock loss, inventory loss, missing or written off, lost or written off, written off or lost,
    lost or missing, missing or lost, thrown away or missing, missing or thrown away, thrown away or lost,
    lost or thrown away, ~lose in stock, ~write down`),
  shrinkage_value: phrases(`
    value of stock lost, value of lost stock, value written off, written off in dollar, written off in money,
    write off in dollar, shrinkage in dollar, shrinkage in money, value of write off, cost of shrinkage, money written off,
    loss in dollar, money lost to shrinkage, shrinkage cost`),
  shrinkage_rate: phrases(
    'shrinkage percentage, shrinkage percent, shrink percentage, rate of shrinkage, rate of loss',
  ),
};

/** Verbs of goods that come and go: without another figure they speak of the units. */
export const movementVerbs: Record<string, string[]> = {
  shrinkage: phrases('missing'),
  units_received: phrases('received, arrived, ~receive, ~arrive, delivered to us'),
};
