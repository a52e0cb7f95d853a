export type Item = {
  no: string;
  sku: string;
  name: string;
  group: string;
  subgroup: string;
  brand: string;
  supplier: string;
  price: number;
  cost: number;
  /** How often it is ordered, against the others. */
  weight: number;
  /** Packs of a usual line. */
  packs: number;
  season: 'steady' | 'autumn' | 'winter';
  firstSold: string;
  lastSold: string | null;
};

// Name, with {} for the size | sizes | group | subgroup | brand | supplier | price | cost | weight | packs | season | first sold | last sold
const table = `
Soft-Touch Nitrile Gloves {}, 200 pcs | XS, S, M, L, XL | Gloves | Nitrile | First Touch | Pacific Rim Glove Co. | 24.90 | 15.40 | 60 | 10
Latex Exam Gloves {}, 100 pcs | S, M, L | Gloves | Latex | First Touch | Pacific Rim Glove Co. | 14.50 | 9.60 | 15 | 8 | steady | 2019-05-01 | 2024-10-31
Sterile Surgical Gloves {}, 50 pairs | 6.5, 7.0, 7.5, 8.0 | Gloves | Surgical | Steri-Hand | Pacific Rim Glove Co. | 68.00 | 44.50 | 18 | 4
Level 3 Masks, 50 pcs | | Infection Control | Masks & Shields | Ever & Clear | Nordway Hygiene | 12.90 | 5.10 | 20 | 8 | winter
Face Shield, 24 pcs | | Infection Control | Masks & Shields | Ever & Clear | Nordway Hygiene | 38.00 | 17.20 | 1.2 | 2
Surface Wipes, tub of 160 | | Infection Control | Disinfection | Ever & Clear | Nordway Hygiene | 11.80 | 5.60 | 22 | 8
Surface Wipes, refill of 160 | | Infection Control | Disinfection | Ever & Clear | Nordway Hygiene | 9.40 | 4.30 | 12 | 8
Hand Rub {} | 500 ml, 1 l=1.7, 5 l=6.4 | Infection Control | Disinfection | Ever & Clear | Nordway Hygiene | 7.90 | 3.40 | 20 | 6 | winter
Sterilization Pouch {}, 200 pcs | 57 x 130 mm, 90 x 230 mm=1.6, 190 x 330 mm=3.1 | Infection Control | Sterilization | Seal Right | Trent Valley Packaging | 8.60 | 3.70 | 24 | 6
Autoclave Tape 19 mm | | Infection Control | Sterilization | Seal Right | Trent Valley Packaging | 6.20 | 2.40 | 6 | 4
Composite Syringe 4 g {} | A1, A2, A3, A3.5, B1 | Restorative | Composites | Clear Margin | Albrecht Dental | 49.00 | 27.50 | 24 | 3
Universal Bond 5 ml | | Restorative | Adhesives | Clear Margin | Albrecht Dental | 112.00 | 61.00 | 7 | 2
Glass Ionomer Capsules, 50 pcs | | Restorative | Cements | Clear Margin | Albrecht Dental | 164.00 | 98.00 | 5 | 1
Temporary Cement 2 x 25 g | | Restorative | Cements | Clear Margin | Albrecht Dental | 44.00 | 21.80 | 6 | 2
Alginate Fast Set 453 g | | Impression | Alginates | True Form | Two Rivers Medical | 13.20 | 6.70 | 14 | 5
VPS Putty 2 x 300 ml | | Impression | Silicones | True Form | Two Rivers Medical | 86.00 | 45.00 | 10 | 2
VPS Light Body 2 x 50 ml | | Impression | Silicones | True Form | Two Rivers Medical | 42.50 | 20.90 | 14 | 3
Impression Tray {}, 12 pcs | Small, Medium, Large | Impression | Trays | True Form | Two Rivers Medical | 9.90 | 4.20 | 12 | 4
Scanner Tips, 10 pcs | | Digital Dentistry | Scanning | Scan 360 | Open Scan Systems | 148.00 | 92.00 | 6 | 2
Sensor Covers, 500 pcs | | Digital Dentistry | Scanning | Scan 360 | Open Scan Systems | 29.50 | 13.60 | 10 | 3
Milling Block C14 {}, 5 pcs | A1, A2, A3 | Digital Dentistry | Milling | Scan 360 | Open Scan Systems | 118.00 | 71.00 | 9 | 2 | steady | 2024-04-02
Print Resin Model Grey 1 kg | | Digital Dentistry | 3D Printing | Scan 360 | Open Scan Systems | 129.00 | 77.00 | 5 | 1 | steady | 2024-11-04
Diamond Bur {}, 10 pcs | FG-012, FG-014, FG-016 | Burs & Endo | Burs | Nine Lives | Hoshino Rotary | 21.50 | 9.80 | 18 | 4
Carbide Bur 330, 10 pcs | | Burs & Endo | Burs | Nine Lives | Hoshino Rotary | 18.90 | 8.10 | 8 | 4
K-File 25 mm {}, 6 pcs | #15, #20, #25 | Burs & Endo | Endodontics | Straight & Narrow | Hoshino Rotary | 12.40 | 5.60 | 12 | 4
Gutta-Percha Points, 120 pcs | | Burs & Endo | Endodontics | Straight & Narrow | Hoshino Rotary | 10.60 | 4.70 | 5 | 3
Luer-Lock Syringe {}, 100 pcs | 3 ml, 5 ml=1.2, 10 ml=1.7 | Syringes & Needles | Syringes | Two Rivers | Two Rivers Medical | 15.80 | 7.90 | 22 | 6
Safety Needle {}, 100 pcs | 21G x 38 mm, 23G x 25 mm, 25G x 16 mm | Syringes & Needles | Needles | Two Rivers | Two Rivers Medical | 33.00 | 18.20 | 18 | 4
Sharps Container 5 l | | Syringes & Needles | Disposal | Two Rivers | Trent Valley Packaging | 8.80 | 4.10 | 12 | 5
Gauze Sponges {}, 200 pcs | 5 x 5 cm, 10 x 10 cm=2.1 | Wound Care | Gauze | Plain & Good | Goldman & Sons Textiles | 6.40 | 2.70 | 22 | 10
Transparent Film Dressing, 100 pcs | | Wound Care | Dressings | Plain & Good | Goldman & Sons Textiles | 58.00 | 31.00 | 7 | 2
Hydrocolloid Dressing 10 x 10 cm, 10 pcs | | Wound Care | Dressings | Plain & Good | Goldman & Sons Textiles | 36.50 | 19.40 | 6 | 3
Elastic Bandage 10 cm, 12 pcs | | Wound Care | Bandages | Plain & Good | Goldman & Sons Textiles | 17.60 | 7.90 | 8 | 4
Influenza A+B Test, 20 pcs | | Diagnostics | Rapid Tests | Same Day | Next Day Diagnostics | 189.00 | 121.00 | 8 | 2 | winter
Strep A Test, 25 pcs | | Diagnostics | Rapid Tests | Same Day | Next Day Diagnostics | 74.00 | 41.00 | 9 | 2 | winter
Urine Strips 10-Parameter, 100 pcs | | Diagnostics | Strips | Same Day | Next Day Diagnostics | 31.00 | 15.20 | 8 | 3
Blood Glucose Strips, 50 pcs | | Diagnostics | Strips | Same Day | Next Day Diagnostics | 28.40 | 16.10 | 12 | 6
Articaine 4 %, 50 cartridges | | Pharmaceuticals | Anaesthetics | Lac-Brome | Lac-Brome Pharma | 46.00 | 28.80 | 20 | 5
Lidocaine 2 %, 50 cartridges | | Pharmaceuticals | Anaesthetics | Lac-Brome | Lac-Brome Pharma | 39.00 | 24.20 | 14 | 5
Flu Vaccine, 10 doses | | Pharmaceuticals | Vaccines | Lac-Brome | Lac-Brome Pharma | 136.00 | 108.00 | 9 | 4 | autumn
LED Curing Light | | Equipment | Small Devices | Prime Meridian | Prime Meridian Instruments | 695.00 | 430.00 | 1.1 | 1
Autoclave 18 l | | Equipment | Sterilizers | Prime Meridian | Prime Meridian Instruments | 4850.00 | 3520.00 | 0.5 | 1
Exam Lamp, wall | | Equipment | Lamps | Prime Meridian | Prime Meridian Instruments | 540.00 | 335.00 | 0.7 | 1
Vital Signs Monitor | | Equipment | Monitors | Prime Meridian | Prime Meridian Instruments | 1980.00 | 1390.00 | 0.6 | 1`;

/** What Hallmere sells: one item for each size. */
export const items: Item[] = table.trim().split('\n').flatMap(toItems);

function toItems(line: string, row: number): Item[] {
  const [pattern = '', sizes = '', group = '', subgroup = '', brand = '', supplier = '', ...figures] = line
    .split('|')
    .map((cell) => cell.trim());
  const [price, cost, weight, packs] = figures.map(Number);
  const [season, firstSold = '2019-05-01', lastSold = null] = figures.slice(4);
  const all = sizes.split(', ');
  return all.map((cell, index) => {
    const [size = '', factor = 1] = cell.split('=');
    const fromMiddle = Math.abs(index - (all.length - 1) / 2);
    return {
      no: String(70_010 + row * 10 + index),
      sku: `${group.slice(0, 2).toUpperCase()}-${2100 + row * 3}-${size.replace(/[^\w]/g, '').toUpperCase() || '00'}`,
      name: pattern.replace('{}', size),
      group,
      subgroup,
      brand,
      supplier,
      price: toCents((price ?? 0) * Number(factor)),
      cost: toCents((cost ?? 0) * Number(factor)),
      // The sizes in the middle are ordered most.
      weight: (weight ?? 0) / (all.length * (0.6 + 0.5 * fromMiddle)),
      packs: packs ?? 1,
      season: season === 'autumn' || season === 'winter' ? season : 'steady',
      firstSold,
      lastSold,
    };
  });
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
