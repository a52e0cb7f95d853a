import { movementNames, movementVerbs } from './movement-words.ts';
import { phrases } from './phrases.ts';
import { purchasingNames, purchasingVerbs } from './purchasing-words.ts';
import { marginVerbs, revenueVerbs, salesNames } from './sales-words.ts';
import { stockNames, stockVerbs } from './stock-words.ts';

/** What is to be ordered now: asked of what runs out soon, while what has run out is a state of stock. */
export const reorderPhrases = phrases(`
  ~reorder, re order, ordering all, ordering that, reorder recommendation, reorder suggestion, reorder list, reorder proposal,
  inventory reorder, ~replenish, replenishment, replenishment proposal, ~restock, stock up, stocking up, top up, topping up,
  suggested order quantity, suggested quantity, recommended order quantity, recommended quantity,
  need to order, need to buy, needs to be ordered, need to be ordered, have to order, must order, must we order, should order,
  should buy, should we order, should i order, should we buy, should i buy, ought to order, ought we to order, what to order,
  what to buy, want ordering, order recommendation, order suggestion, order proposal, purchase recommendation,
  purchase suggestion, purchase proposal, buying recommendation, buying list, shopping list, buy list, order list,
  below reorder point, reorder point, reorder level, below reorder level, order point, below minimum, min stock,
  minimum stock, run out, running out, running short, run short, getting short, getting low, running low, run low, low stock, low on stock, low in stock,
  low inventory, short of stock, short of, short on, about to run out, soon run out, going to run out, will run out,
  run out soon, run out next, run out first, will run out soon, running out soon, running out first, running out next, nearly out of stock,
  almost out of stock, nearly out, almost out, need ordering, needs ordering, due for reordering, due for reorder, due for replenishment,
  due for restocking, due to be reordered, ripe for reordering, need reordering, needs reordering,
  need replenishing, needs replenishing, need topping up, needs topping up, critical stock, urgent order, most urgent,
  stock alert, understocked, safety stock, below safety stock`);

/** More names for measures, where they are declared. Declared synonyms come first. */
export const measureNames: Record<string, string[]> = {
  ...salesNames,
  ...stockNames,
  ...purchasingNames,
  ...movementNames,
};

/** Words that stand for a figure only where the sentence names none: "earned" is revenue, but not in "the profit they earned". */
export const measureVerbs: Record<string, string[]> = {
  revenue: revenueVerbs,
  gross_margin: marginVerbs,
  ...stockVerbs,
  ...purchasingVerbs,
  ...movementVerbs,
};

/** Declared synonyms that are ordinary words: taken only after "by", "per", "each" or "which". */
export const weakWords = new Set(
  phrases(`
  good, model, make, label, site, account, area, ordered, market, country, location, article, pieces, business, money, thing,
  empty, department, manufacturer, zone, district, cat, patron, hub, facility, prod, reference, reason, status,
  document, shop, store, outlet, branch, title, genre`),
);
