/** An account of the demo inventory system. */
export type Person = {
  /** The subject of its tokens: stable, unlike the email address. */
  sub: string;
  name: string;
  email: string;
  /** What the account is for, on the sign-in page. */
  description: string;
  inventory_roles: string[];
  /** `["*"]` means all. */
  inventory_warehouses: string[];
};

export const people: Person[] = [
  {
    sub: 'inv-1001',
    name: 'Maya Lindqvist',
    email: 'maya@demo.tallyboard.example',
    description: 'Warehouse manager, North',
    inventory_roles: ['warehouse_manager'],
    inventory_warehouses: ['WH-NORTH'],
  },
  {
    sub: 'inv-1002',
    name: 'Anton Reyes',
    email: 'anton@demo.tallyboard.example',
    description: 'Sales analyst, all warehouses',
    inventory_roles: ['analyst'],
    inventory_warehouses: ['*'],
  },
  {
    sub: 'inv-1003',
    name: 'Nora Field',
    email: 'nora@demo.tallyboard.example',
    description: 'New starter, no role yet',
    inventory_roles: [],
    inventory_warehouses: [],
  },
];
