/** What people ask, as the tools are called for it: the statements of the warehouse benchmark come from these calls. */
export const toolCalls: { name: string; args: object }[] = [
  { name: 'get_sales_by_month', args: {} },
  { name: 'get_sales_by_month', args: { months: 3, dimension: 'region' } },
  { name: 'query_sales', args: { measures: ['revenue'], period: 'last 3 months' } },
  { name: 'query_sales', args: { measures: ['revenue', 'units'], grain: 'week', period: 'last 12 weeks' } },
  {
    name: 'query_sales',
    args: { measures: ['revenue', 'margin_rate'], dimensions: ['category'], period: 'last 12 months' },
  },
  {
    name: 'query_sales',
    args: { measures: ['revenue', 'units'], dimensions: ['product'], period: 'last 12 months', limit: 10 },
  },
  {
    name: 'query_sales',
    args: { measures: ['revenue'], dimensions: ['customer'], period: 'this year', limit: 10 },
  },
  {
    name: 'query_sales',
    args: {
      measures: ['revenue_share'],
      dimensions: ['channel'],
      grain: 'quarter',
      period: 'last 8 quarters',
    },
  },
  {
    name: 'query_sales',
    args: { measures: ['average_order_value', 'orders'], grain: 'month', period: 'last 36 months' },
  },
  { name: 'query_sales', args: { measures: ['orders'], dimensions: ['weekday'], period: 'last 6 months' } },
  {
    name: 'query_sales',
    args: { measures: ['return_rate', 'returned_units'], dimensions: ['category'], period: 'last 12 months' },
  },
  {
    name: 'query_sales',
    args: {
      measures: ['revenue'],
      dimensions: ['product'],
      period: 'last 12 months',
      filters: [{ dimension: 'channel', op: 'is', values: ['Online'] }],
      limit: 20,
    },
  },
  { name: 'query_inventory', args: { measures: ['on_hand', 'stock_value'], dimensions: ['warehouse'] } },
  { name: 'query_inventory', args: { measures: ['out_of_stock'], dimensions: ['category'] } },
  {
    name: 'query_inventory',
    args: { measures: ['days_of_cover', 'on_hand'], dimensions: ['product'], limit: 20 },
  },
  { name: 'query_inventory', args: { measures: ['on_hand'], grain: 'month', period: 'last 12 months' } },
  {
    name: 'query_inventory',
    args: { measures: ['average_on_hand'], dimensions: ['category'], period: 'last 3 months' },
  },
  { name: 'get_reorder_recommendations', args: {} },
  { name: 'search_catalog', args: { query: 'online' } },
];
