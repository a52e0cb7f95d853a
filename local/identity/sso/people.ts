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

/**
 * Who can sign in. The manager has the warehouse that `find` gives for the demo's: data that was imported has others.
 */
export async function readPeople(find: FindWarehouse = async () => undefined): Promise<Person[]> {
  return Promise.all(
    people.map(async (person) => {
      const [id = ''] = person.inventory_warehouses;
      const found = person.inventory_roles.includes('warehouse_manager') ? await find(id) : undefined;
      if (found === undefined) return person;
      const description = `Warehouse manager, ${found.name}`;
      return { ...person, description, inventory_warehouses: [found.id] };
    }),
  );
}

export type FindWarehouse = (id: string) => Promise<{ id: string; name: string } | undefined>;
