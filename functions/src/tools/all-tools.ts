import type { z } from 'zod';
import type { Models } from '../analytics/read-models.ts';
import type { ReorderLineSettings } from '../analytics/reorder-lines.ts';
import { createClassifyProducts } from './classify-products.ts';
import { createCompareSales } from './compare-sales.ts';
import { createDescribeData } from './describe-data.ts';
import { createFindNewOrLapsed } from './find-new-or-lapsed.ts';
import { createFindSlowMovers } from './find-slow-movers.ts';
import { createForecastDemand } from './forecast-demand.ts';
import { createGetPurchaseOrders } from './get-purchase-orders.ts';
import { createGetReorderRecommendations, defaultReorderSettings } from './get-reorder-recommendations.ts';
import { createGetSalesByMonth } from './get-sales-by-month.ts';
import { createGetStockMovements } from './get-stock-movements.ts';
import { createQueryInventory } from './query-inventory.ts';
import { createQuerySales } from './query-sales.ts';
import { createCoverageReader, type ReadCoverage } from './read-coverage.ts';
import { createSearchCatalog } from './search-catalog.ts';
import { showVisualization } from './show-visualization.ts';
import type { Tool } from './tool.ts';

export type ToolSettings = {
  models: Models;
  reorder?: ReorderLineSettings | undefined;
  /** What the tables hold; without it read anew each minute. */
  readCoverage?: ReadCoverage;
};

/** Every tool that the model may call. A new tool is a file beside this one and a line here. */
export function createTools({
  models,
  reorder = defaultReorderSettings,
  readCoverage = createCoverageReader(),
}: ToolSettings): Tool[] {
  const { sales, inventory, movements, purchaseOrders } = models;
  return [
    toTool(createGetSalesByMonth(sales, readCoverage)),
    toTool(createQuerySales(sales, readCoverage)),
    toTool(createCompareSales(sales, readCoverage)),
    toTool(createFindNewOrLapsed(sales, readCoverage)),
    toTool(createQueryInventory(inventory, readCoverage)),
    toTool(createGetStockMovements(movements, readCoverage)),
    toTool(createGetPurchaseOrders(purchaseOrders, readCoverage)),
    toTool(createGetReorderRecommendations(inventory, readCoverage, reorder)),
    toTool(createFindSlowMovers(inventory, readCoverage)),
    toTool(createClassifyProducts(sales, readCoverage)),
    toTool(createDescribeData(models, readCoverage)),
    toTool(createForecastDemand(sales, readCoverage)),
    toTool(createSearchCatalog(sales, readCoverage)),
    toTool(showVisualization),
  ];
}

/** A tool with its own argument type as one of many: arguments are parsed where they come in. */
function toTool<P extends z.ZodType>(tool: Tool<P>): Tool {
  return {
    name: tool.name,
    description: tool.description,
    parameters: tool.parameters,
    needsResults: tool.needsResults ?? false,
    toTitle: (args) => tool.toTitle(tool.parameters.parse(args)),
    run: async (args, context) => tool.run(tool.parameters.parse(args), context),
  };
}
