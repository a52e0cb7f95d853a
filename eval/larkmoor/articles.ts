export type Season = 'steady' | 'summer' | 'autumn' | 'winter' | 'christmas';
export type Article = {
  no: string;
  description: string;
  group: string;
  family: string;
  maker: string;
  vendor: string;
  price: number;
  cost: number;
  /** How often it is ordered, against the others. */
  weight: number;
  /** Pieces of a usual line. */
  pieces: number;
  season: Season;
  /** The first ships wherever no other is nearer. */
  depots: string[];
  introduced: string;
  withdrawn: string | null;
};

// Description | group | family | maker | vendor | price | cost | weight | pieces | season | introduced | withdrawn
const table = `
House Blend 1 kg | Coffee | Espresso | Larkmoor | Alto Cerro Importers | 19.50 | 9.40 | 40 | 8
House Blend 250 g | Coffee | Espresso | Larkmoor | Alto Cerro Importers | 6.40 | 2.90 | 22 | 10
House Blend Ground 1 kg | Coffee | Espresso | Larkmoor | Alto Cerro Importers | 19.90 | 9.70 | 14 | 6
Night Shift Espresso 1 kg | Coffee | Espresso | Larkmoor | Alto Cerro Importers | 21.50 | 10.10 | 18 | 6
Monday Market Espresso 1 kg | Coffee | Espresso | Larkmoor | Alto Cerro Importers | 20.80 | 10.20 | 11 | 5
Brazil Cerrado 1 kg | Coffee | Single Origin | Larkmoor | Alto Cerro Importers | 22.40 | 11.00 | 12 | 4
Colombia Huila 1 kg | Coffee | Single Origin | Larkmoor | Alto Cerro Importers | 24.80 | 12.20 | 10 | 4
Colombia Huila 250 g | Coffee | Single Origin | Larkmoor | Alto Cerro Importers | 8.20 | 3.70 | 9 | 8
Ethiopia Guji 1 kg | Coffee | Single Origin | Larkmoor | Origin First Green Coffee | 28.50 | 14.90 | 8 | 3
Ethiopia Guji 250 g | Coffee | Single Origin | Larkmoor | Origin First Green Coffee | 9.40 | 4.50 | 8 | 8
Kenya AA 250 g | Coffee | Single Origin | Larkmoor | Origin First Green Coffee | 10.20 | 5.30 | 5 | 6
Sumatra Dark 1 kg | Coffee | Single Origin | Larkmoor | Origin First Green Coffee | 23.60 | 11.90 | 6 | 4
Decaf Swiss Water 1 kg | Coffee | Decaf | Larkmoor | Origin First Green Coffee | 24.20 | 12.60 | 9 | 3
Decaf Month Box | Coffee | Decaf | Larkmoor | Origin First Green Coffee | 34.00 | 17.50 | 4 | 2
Winter Blend 250 g | Coffee | Seasonal | Larkmoor | Origin First Green Coffee | 7.90 | 3.60 | 10 | 10 | winter
Cold Brew Bags 10 x 60 g | Coffee | Seasonal | Larkmoor | Alto Cerro Importers | 16.50 | 7.80 | 9 | 5 | summer
Office Filter 50 x 60 g | Coffee | Filter | Larkmoor | Alto Cerro Importers | 48.00 | 26.50 | 13 | 3
Instant Sticks 200 | Coffee | Filter | Quickcup | Best Price Catering Supply | 14.60 | 8.90 | 5 | 4 | steady | 2019-03-01 | 2025-03-31
English Breakfast 100 bags | Tea | Black Tea | Kettle & Leaf | Late Harvest Tea Company | 9.80 | 4.10 | 17 | 5
Earl Grey 100 bags | Tea | Black Tea | Kettle & Leaf | Late Harvest Tea Company | 10.60 | 4.60 | 9 | 4
Green Sencha 250 g | Tea | Green Tea | Kettle & Leaf | Late Harvest Tea Company | 12.40 | 6.10 | 5 | 3
Jasmine Pearls 250 g | Tea | Green Tea | Kettle & Leaf | Late Harvest Tea Company | 19.80 | 10.40 | 1.2 | 2
Matcha 100 g | Tea | Green Tea | Kettle & Leaf | Late Harvest Tea Company | 24.50 | 13.20 | 7 | 3 | steady | 2024-05-01
Peppermint 50 bags | Tea | Herbal | Kettle & Leaf | Late Harvest Tea Company | 7.20 | 3.00 | 8 | 4
Rooibos 50 bags | Tea | Herbal | Kettle & Leaf | Late Harvest Tea Company | 7.60 | 3.30 | 5 | 4
Chai Concentrate 1 l | Tea | Concentrates | Kettle & Leaf | Fogg & Daughters | 8.90 | 4.40 | 9 | 6 | winter
Iced Peach Tea 1 l | Tea | Concentrates | Kettle & Leaf | Fogg & Daughters | 7.80 | 3.70 | 7 | 6 | summer
Vanilla Syrup 1 l | Syrups | Coffee Syrups | Dolcetta | Dolcetta Sciroppi | 8.40 | 3.60 | 15 | 6
Caramel Syrup 1 l | Syrups | Coffee Syrups | Dolcetta | Dolcetta Sciroppi | 8.40 | 3.60 | 12 | 6
Hazelnut Syrup 1 l | Syrups | Coffee Syrups | Dolcetta | Dolcetta Sciroppi | 8.60 | 3.80 | 7 | 6
Sugar Free Vanilla Syrup 1 l | Syrups | Coffee Syrups | Dolcetta | Dolcetta Sciroppi | 8.90 | 4.00 | 5 | 4
Pumpkin Spice Syrup 1 l | Syrups | Seasonal Syrups | Dolcetta | Dolcetta Sciroppi | 9.20 | 4.10 | 8 | 6 | autumn
Gingerbread Syrup 1 l | Syrups | Seasonal Syrups | Dolcetta | Dolcetta Sciroppi | 9.20 | 4.10 | 7 | 6 | christmas
Dark Chocolate Sauce 2 kg | Syrups | Sauces | Dolcetta | Dolcetta Sciroppi | 17.40 | 8.20 | 8 | 3
Average Joe Sugar Sticks 1000 | Syrups | Sugar | Average Joe | Best Price Catering Supply | 6.90 | 3.50 | 9 | 4
Sorso Uno Espresso Machine | Machines | Espresso Machines | Sorso | Sorso Macchine | 1290.00 | 880.00 | 0.8 | 1
Sorso Duo Espresso Machine | Machines | Espresso Machines | Sorso | Sorso Macchine | 2980.00 | 2060.00 | 0.5 | 1
Batch Brewer 2 l | Machines | Brewers | Sorso | Sorso Macchine | 640.00 | 430.00 | 0.9 | 1
On Demand Grinder | Machines | Grinders | Sorso | Sorso Macchine | 520.00 | 345.00 | 1.1 | 1
Sales Counter Display Stand | Machines | Bar Equipment | Barkeep | Best Price Catering Supply | 145.00 | 82.00 | 0.5 | 1
Milk Jug 600 ml | Machines | Bar Equipment | Barkeep | Best Price Catering Supply | 14.90 | 6.80 | 5 | 3
Knock Box | Machines | Bar Equipment | Barkeep | Best Price Catering Supply | 24.50 | 11.90 | 2 | 1
Group Gasket 8 mm | Spare Parts | Espresso Parts | Sorso | Sorso Macchine | 4.80 | 1.60 | 6 | 4
Shower Screen 58 mm | Spare Parts | Espresso Parts | Sorso | Sorso Macchine | 9.60 | 3.90 | 4 | 2
Portafilter Basket 18 g | Spare Parts | Espresso Parts | Sorso | Sorso Macchine | 11.20 | 4.40 | 3 | 2
Return Spring Set | Spare Parts | Espresso Parts | Sorso | Sorso Macchine | 7.40 | 2.70 | 2 | 2
Grinder Burrs 64 mm | Spare Parts | Grinder Parts | Sorso | Sorso Macchine | 58.00 | 31.00 | 2 | 1
Water Filter Cartridge | Spare Parts | Water | Clearwell | Clearwell Filtration | 39.00 | 21.00 | 6 | 2
Total Clean Descaler 1 l | Spare Parts | Cleaning | Puremix | Puremix Hygiene | 11.80 | 4.90 | 8 | 4
Cleaning Tablets 100 | Spare Parts | Cleaning | Puremix | Puremix Hygiene | 16.20 | 7.10 | 8 | 3
Group Head Brush | Spare Parts | Cleaning | Puremix | Puremix Hygiene | 6.10 | 2.20 | 2 | 2
Butter Croissant 60 pcs | Bakery | Viennoiserie | Ovenden | Ovenden Bakehouse | 32.00 | 18.40 | 16 | 3
Almond Croissant 48 pcs | Bakery | Viennoiserie | Ovenden | Ovenden Bakehouse | 38.50 | 22.60 | 8 | 2
Pain au Chocolat 60 pcs | Bakery | Viennoiserie | Ovenden | Ovenden Bakehouse | 34.50 | 20.10 | 11 | 3
Cinnamon Roll 40 pcs | Bakery | Viennoiserie | Ovenden | Ovenden Bakehouse | 31.00 | 18.00 | 7 | 2
Blueberry Muffin 36 pcs | Bakery | Cakes | Ovenden | On Time Frozen Foods | 27.40 | 15.20 | 9 | 3
Banana Bread 12 pcs | Bakery | Cakes | Ovenden | On Time Frozen Foods | 25.80 | 14.90 | 6 | 2
Vegan Flapjack 48 pcs | Bakery | Cakes | Ovenden | On Time Frozen Foods | 29.60 | 16.80 | 6 | 2 | steady | 2024-09-02
Millionaire Shortbread 36 pcs | Bakery | Cakes | Ovenden | On Time Frozen Foods | 28.20 | 15.90 | 5 | 2 | christmas
Daily Sourdough 10 pcs | Bakery | Bread | Ovenden | On Time Frozen Foods | 22.50 | 13.80 | 6 | 2`;

const seasons = new Set(['steady', 'summer', 'autumn', 'winter', 'christmas']);

/** What Larkmoor sells. */
export const articles: Article[] = table.trim().split('\n').map(toArticle);

function toArticle(line: string, index: number): Article {
  const cells = line.split('|').map((cell) => cell.trim());
  const [description = '', group = '', family = '', maker = '', vendor = '', price, cost, weight, pieces] =
    cells;
  const [season = 'steady', introduced = '2019-03-01', withdrawn = null] = cells.slice(9);
  return {
    no: `A${1001 + index * 7}`,
    description,
    group,
    family,
    maker,
    vendor,
    price: Number(price),
    cost: Number(cost),
    weight: Number(weight),
    pieces: Number(pieces),
    season: isSeason(season) ? season : 'steady',
    depots: toDepots(group),
    introduced,
    withdrawn,
  };
}

function isSeason(text: string): text is Season {
  return seasons.has(text);
}

function toDepots(group: string): string[] {
  if (group === 'Machines') return ['Main'];
  return [group === 'Bakery' ? 'Cold Store' : 'Main', 'Bristol'];
}
