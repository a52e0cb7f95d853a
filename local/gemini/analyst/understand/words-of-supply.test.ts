import { type Sayings, testSayings } from '../test-sayings.ts';

const sayings: Sayings = {
  'get_purchase_orders received_value': ['value of the goods we received last month'],
  'get_purchase_orders rejected_value': ["what's the value of goods we rejected this year?"],
  get_reorder_recommendations: [
    'what is running out?',
    'what will run out soon?',
    'which products are about to run out?',
    'what do we need to restock?',
    'anything running short?',
    'what ought we to order?',
    'show me the buying list',
  ],
  'get_purchase_orders ordered_value': [
    'what did we pay Acme Supply last year?',
    'PO value by supplier',
    'procurement spend last quarter',
    'how much did we spend with suppliers last month?',
    'value of goods ordered from Acme Supply last year',
    'purchase volume by supplier this year',
  ],
  'get_purchase_orders open_units': [
    'units on the way by warehouse',
    'how many Bikes are in the pipeline?',
    'units we are waiting for, by supplier',
    'how many units are still to come from Acme Supply?',
    'units not yet received, by supplier',
    'how many pieces are outstanding with Acme Supply?',
  ],
  'get_purchase_orders open_orders': [
    'POs not yet delivered by warehouse',
    'how many purchase orders are still pending?',
    'outstanding POs by supplier',
    'who are we waiting for?',
  ],
  'get_purchase_orders open_value': [
    'money tied up in open orders by supplier',
    'what are the open orders worth?',
    'purchase commitments by supplier',
    'value of goods on order by supplier',
  ],
  'get_purchase_orders late_orders': [
    'which suppliers are behind schedule?',
    'which suppliers are slipping?',
    'how many purchase orders are overdue?',
    'delayed deliveries by supplier',
    'which vendors run late most?',
  ],
  'get_purchase_orders on_time_rate': [
    'what share of POs arrives on time?',
    'punctuality by supplier',
    'which supplier keeps its promises best?',
    'who is our most dependable supplier?',
  ],
  'get_purchase_orders lead_time': [
    'how long do we wait for Acme Supply?',
    'time from order to delivery by supplier',
    'replenishment time by supplier',
    'how many days from order to receipt, by supplier?',
  ],
  'get_purchase_orders rejected_units': [
    'who delivers the most defective goods?',
    'faulty goods by supplier last year',
    'units that failed inspection by supplier',
  ],
  'get_stock_movements units_received': [
    'how many units were booked in last week?',
    'goods inward by warehouse last month',
    'how much did Northgate receive last month?',
    'arrivals by warehouse last week',
  ],
  'get_stock_movements units_out': [
    'how many units left Northgate last month?',
    'outflow by warehouse last month',
    'goods that left the warehouse last week',
  ],
  'get_stock_movements transferred_out': [
    'units moved between warehouses last month',
    'outbound transfers from Northgate last quarter',
    'how much was sent to other warehouses last month?',
    'inter-warehouse transfers by month',
  ],
  'get_stock_movements transferred_in': [
    'inbound transfers by warehouse last month',
    'units received from other warehouses last month',
    'transfers into Northgate last quarter',
  ],
  'get_stock_movements shrinkage': [
    'how many units went missing last month?',
    'units written off by warehouse this year',
    'how much stock was lost last quarter?',
    'unaccounted for units by warehouse last year',
  ],
  'get_stock_movements adjusted_units': [
    'stock corrections by warehouse last month',
    'by how many units was the inventory adjusted last quarter?',
    'count differences by warehouse last year',
  ],
};

testSayings(sayings);
