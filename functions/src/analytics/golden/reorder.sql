-- @start_date DATE "2026-11-22"
-- @end_date DATE "2026-11-22"
-- @warehouses ARRAY<STRING> ["WH-NORTH"]
-- @filter_1 ARRAY<STRING> ["acme"]
-- @demand_start DATE "2026-08-24"
-- @demand_end DATE "2026-11-22"
-- @orders_start DATE "2024-11-23"
-- @value_start DATE "2025-11-23"
-- @season_start DATE "2024-08-26"
-- @season_end DATE "2025-12-24"
WITH stock AS (
  SELECT
    stock_snapshots.product_id,
    stock_snapshots.warehouse_id,
    SUM(stock_snapshots.on_hand) AS on_hand,
    SUM(stock_snapshots.reserved) AS reserved,
    SUM(stock_snapshots.on_order) AS on_order
  FROM stock_snapshots
  LEFT JOIN supply_terms ON supply_terms.product_id = stock_snapshots.product_id AND supply_terms.is_preferred
  LEFT JOIN suppliers ON suppliers.supplier_id = supply_terms.supplier_id
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
    AND (LOWER(COALESCE(suppliers.name, 'No supplier')) IN UNNEST(@filter_1) OR LOWER(COALESCE(suppliers.supplier_id, '')) IN UNNEST(@filter_1))
  GROUP BY 1, 2
),
daily AS (
  SELECT sales_lines.product_id, sales_lines.warehouse_id, sales_lines.order_date, SUM(sales_lines.quantity) AS units
  FROM sales_lines
  WHERE sales_lines.order_date BETWEEN @demand_start AND @demand_end
    AND sales_lines.line_type = 'sale'
    AND sales_lines.warehouse_id IN UNNEST(@warehouses)
  GROUP BY 1, 2, 3
),
demand AS (
  SELECT product_id, warehouse_id, SUM(units) AS units, SUM(units * units) AS squares, MIN(order_date) AS first_sale
  FROM daily
  GROUP BY 1, 2
),
elsewhere AS (
  SELECT product_id, SUM(units) AS units, SUM(units * units) AS squares
  FROM (
    SELECT daily.product_id, daily.order_date, SUM(daily.units) AS units
    FROM daily
    LEFT JOIN stock ON stock.product_id = daily.product_id AND stock.warehouse_id = daily.warehouse_id
    WHERE stock.product_id IS NULL
    GROUP BY 1, 2
  )
  GROUP BY 1
),
counts AS (
  SELECT snapshot_date, DATE_ADD(LAG(snapshot_date) OVER (ORDER BY snapshot_date), INTERVAL 1 DAY) AS since
  FROM stock_snapshots
  WHERE snapshot_date BETWEEN @demand_start AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
  GROUP BY snapshot_date
),
recorded AS (
  SELECT stock_snapshots.product_id, stock_snapshots.warehouse_id, MIN(stock_snapshots.snapshot_date) AS first_day
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @demand_start AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
  GROUP BY 1, 2
),
outs AS (
  SELECT product_id, warehouse_id, SUM(days) AS out_days
  FROM (
    SELECT
      stock_snapshots.product_id,
      stock_snapshots.warehouse_id,
      stock_snapshots.snapshot_date,
      DATE_DIFF(
        stock_snapshots.snapshot_date,
        COALESCE(MAX(daily.order_date), DATE_SUB(MIN(COALESCE(counts.since, counts.snapshot_date)), INTERVAL 1 DAY)),
        DAY
      ) AS days
    FROM stock_snapshots
    JOIN counts ON counts.snapshot_date = stock_snapshots.snapshot_date
    LEFT JOIN daily
      ON daily.product_id = stock_snapshots.product_id
      AND daily.warehouse_id = stock_snapshots.warehouse_id
      AND daily.order_date BETWEEN COALESCE(counts.since, counts.snapshot_date) AND counts.snapshot_date
    WHERE stock_snapshots.snapshot_date BETWEEN @demand_start AND @demand_end
      AND stock_snapshots.on_hand - stock_snapshots.reserved <= 0
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
    GROUP BY 1, 2, 3
  )
  GROUP BY 1, 2
),
ranked AS (
  SELECT
    product_id,
    SAFE_DIVIDE(SUM(revenue) OVER (ORDER BY revenue DESC, product_id) - revenue, SUM(revenue) OVER ()) AS share_before
  FROM (
    SELECT sales_lines.product_id, SUM(sales_lines.net_amount) AS revenue
    FROM sales_lines
    WHERE sales_lines.order_date BETWEEN @value_start AND @end_date
    AND sales_lines.warehouse_id IN UNNEST(@warehouses)
    GROUP BY 1
    HAVING SUM(sales_lines.net_amount) > 0
  )
),
season AS (
  SELECT
    products.category,
    SUM(IF(MOD(DATE_DIFF(@end_date, sales_lines.order_date, DAY), 364) < 91, sales_lines.quantity, 0)) AS units_then,
    SUM(IF(MOD(DATE_DIFF(@end_date, sales_lines.order_date, DAY), 364) >= 333, sales_lines.quantity, 0)) AS units_after
  FROM sales_lines
  JOIN products ON products.product_id = sales_lines.product_id
  WHERE sales_lines.order_date BETWEEN @season_start AND @season_end
    AND sales_lines.line_type = 'sale'
    AND sales_lines.warehouse_id IN UNNEST(@warehouses)
  GROUP BY 1
),
receipts AS (
  SELECT
    product_id,
    supplier_id,
    COUNT(*) AS receipt_count,
    SUM(DATE_DIFF(received_on, ordered_on, DAY)) AS lead_days,
    SUM(DATE_DIFF(received_on, ordered_on, DAY) * DATE_DIFF(received_on, ordered_on, DAY)) AS lead_squares
  FROM purchase_order_lines
  WHERE ordered_on BETWEEN @orders_start AND @end_date
    AND status = 'received'
    AND received_on IS NOT NULL
    AND purchase_order_lines.warehouse_id IN UNNEST(@warehouses)
  GROUP BY 1, 2
)
SELECT
  stock.product_id,
  products.name AS product,
  products.sku,
  stock.warehouse_id,
  COALESCE(warehouses.name, stock.warehouse_id) AS warehouse,
  suppliers.name AS supplier,
  stock.on_hand,
  stock.reserved,
  stock.on_order,
  own.reorder_point AS own_point,
  own.safety_stock AS own_safety_stock,
  shared.reorder_point AS shared_point,
  shared.safety_stock AS shared_safety_stock,
  demand.units,
  demand.squares,
  LEAST(COALESCE(counts.since, @demand_start), COALESCE(demand.first_sale, @end_date)) AS since,
  COALESCE(outs.out_days, 0) AS out_days,
  receipts.receipt_count,
  receipts.lead_days,
  receipts.lead_squares,
  supply_terms.lead_time_days,
  supply_terms.min_order_quantity,
  supply_terms.pack_size,
  COALESCE(supply_terms.unit_cost, products.unit_cost) AS unit_cost,
  ranked.share_before,
  season.units_then,
  season.units_after,
  elsewhere.units AS elsewhere_units,
  elsewhere.squares AS elsewhere_squares
FROM stock
JOIN products ON products.product_id = stock.product_id
LEFT JOIN warehouses ON warehouses.warehouse_id = stock.warehouse_id
LEFT JOIN reorder_policies AS own ON own.product_id = stock.product_id AND own.warehouse_id = stock.warehouse_id
LEFT JOIN reorder_policies AS shared ON shared.product_id = stock.product_id AND shared.warehouse_id IS NULL
LEFT JOIN demand ON demand.product_id = stock.product_id AND demand.warehouse_id = stock.warehouse_id
LEFT JOIN elsewhere ON elsewhere.product_id = stock.product_id
JOIN recorded ON recorded.product_id = stock.product_id AND recorded.warehouse_id = stock.warehouse_id
JOIN counts ON counts.snapshot_date = recorded.first_day
LEFT JOIN outs ON outs.product_id = stock.product_id AND outs.warehouse_id = stock.warehouse_id
LEFT JOIN supply_terms ON supply_terms.product_id = stock.product_id AND supply_terms.is_preferred
LEFT JOIN suppliers ON suppliers.supplier_id = supply_terms.supplier_id
LEFT JOIN ranked ON ranked.product_id = stock.product_id
LEFT JOIN season ON season.category = products.category
LEFT JOIN receipts ON receipts.product_id = stock.product_id AND receipts.supplier_id = supply_terms.supplier_id
WHERE (products.discontinued_on IS NULL OR products.discontinued_on > @end_date)
  AND (own.reorder_point IS NOT NULL OR shared.reorder_point IS NOT NULL OR demand.units > 0)
ORDER BY stock.product_id, stock.warehouse_id
