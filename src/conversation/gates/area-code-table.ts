/** One row of the numbering plan: a state's area codes that lie in the same zone or zones. */
export interface AreaCodeRow {
  /** USPS code of a US state, district or territory; `null` outside the United States. */
  readonly state: string | null;
  /** IANA zones; two where the area code reaches into both. */
  readonly zones: readonly string[];
  /** Three digits each, separated by blanks. */
  readonly codes: string;
}

const EASTERN = ['America/New_York'];
const CENTRAL = ['America/Chicago'];
const MOUNTAIN = ['America/Denver'];
const PACIFIC = ['America/Los_Angeles'];
const ARIZONA = ['America/Phoenix'];
const ATLANTIC = ['America/Puerto_Rico'];
const EASTERN_OR_CENTRAL = [...EASTERN, ...CENTRAL];
const CENTRAL_OR_MOUNTAIN = [...CENTRAL, ...MOUNTAIN];
const MOUNTAIN_OR_PACIFIC = [...MOUNTAIN, ...PACIFIC];

/**
 * The geographic area codes of the United States, with overlays in service or scheduled up to 2026.
 * Source: North American Numbering Plan Administrator (nanpa.com), NPA database and planning letters; zones after 49 CFR 71.
 */
export const US_AREA_CODES: readonly AreaCodeRow[] = [
  { state: 'AK', zones: ['America/Anchorage', 'America/Adak'], codes: '907' },
  { state: 'AL', zones: CENTRAL, codes: '205 251 256 334 483 659 938' },
  { state: 'AR', zones: CENTRAL, codes: '327 479 501 870' },
  { state: 'AS', zones: ['Pacific/Pago_Pago'], codes: '684' },
  { state: 'AZ', zones: ARIZONA, codes: '480 520 602 623' },
  { state: 'AZ', zones: [...ARIZONA, ...MOUNTAIN], codes: '928' },
  {
    state: 'CA',
    zones: PACIFIC,
    codes:
      '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 ' +
      '747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  },
  { state: 'CO', zones: MOUNTAIN, codes: '303 719 720 748 970 983' },
  { state: 'CT', zones: EASTERN, codes: '203 475 860 959' },
  { state: 'DC', zones: EASTERN, codes: '202 771' },
  { state: 'DE', zones: EASTERN, codes: '302' },
  {
    state: 'FL',
    zones: EASTERN,
    codes: '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954',
  },
  { state: 'FL', zones: EASTERN_OR_CENTRAL, codes: '448 850' },
  { state: 'GA', zones: EASTERN, codes: '229 404 470 478 678 706 762 770 912 943' },
  { state: 'GU', zones: ['Pacific/Guam'], codes: '671' },
  { state: 'HI', zones: ['Pacific/Honolulu'], codes: '808' },
  { state: 'IA', zones: CENTRAL, codes: '319 515 563 641 712' },
  { state: 'ID', zones: MOUNTAIN_OR_PACIFIC, codes: '208 986' },
  {
    state: 'IL',
    zones: CENTRAL,
    codes: '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872',
  },
  { state: 'IN', zones: EASTERN, codes: '260 317 463 765' },
  { state: 'IN', zones: EASTERN_OR_CENTRAL, codes: '219 574 812 930' },
  { state: 'KS', zones: CENTRAL, codes: '316 913' },
  { state: 'KS', zones: CENTRAL_OR_MOUNTAIN, codes: '620 785' },
  { state: 'KY', zones: EASTERN, codes: '502 859' },
  { state: 'KY', zones: EASTERN_OR_CENTRAL, codes: '270 364 606' },
  { state: 'LA', zones: CENTRAL, codes: '225 318 337 457 504 985' },
  { state: 'MA', zones: EASTERN, codes: '339 351 413 508 617 774 781 857 978' },
  { state: 'MD', zones: EASTERN, codes: '227 240 301 410 443 667' },
  { state: 'ME', zones: EASTERN, codes: '207' },
  { state: 'MI', zones: EASTERN, codes: '231 248 269 313 517 586 616 679 734 810 947 989' },
  { state: 'MI', zones: EASTERN_OR_CENTRAL, codes: '906' },
  { state: 'MN', zones: CENTRAL, codes: '218 320 507 612 651 763 924 952' },
  { state: 'MO', zones: CENTRAL, codes: '235 314 417 557 573 636 660 816 975' },
  { state: 'MP', zones: ['Pacific/Saipan'], codes: '670' },
  { state: 'MS', zones: CENTRAL, codes: '228 471 601 662 769' },
  { state: 'MT', zones: MOUNTAIN, codes: '406' },
  { state: 'NC', zones: EASTERN, codes: '252 336 472 704 743 828 910 919 980 984' },
  { state: 'ND', zones: CENTRAL_OR_MOUNTAIN, codes: '701' },
  { state: 'NE', zones: CENTRAL, codes: '402 531' },
  { state: 'NE', zones: CENTRAL_OR_MOUNTAIN, codes: '308' },
  { state: 'NH', zones: EASTERN, codes: '603' },
  { state: 'NJ', zones: EASTERN, codes: '201 551 609 640 732 848 856 862 908 973' },
  { state: 'NM', zones: MOUNTAIN, codes: '505 575' },
  { state: 'NV', zones: PACIFIC, codes: '702 725' },
  { state: 'NV', zones: MOUNTAIN_OR_PACIFIC, codes: '775' },
  {
    state: 'NY',
    zones: EASTERN,
    codes: '212 315 329 332 347 363 465 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934',
  },
  { state: 'OH', zones: EASTERN, codes: '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937' },
  { state: 'OK', zones: CENTRAL, codes: '405 539 572 580 918' },
  { state: 'OR', zones: PACIFIC, codes: '503 971' },
  { state: 'OR', zones: MOUNTAIN_OR_PACIFIC, codes: '458 541' },
  { state: 'PA', zones: EASTERN, codes: '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878' },
  { state: 'PR', zones: ATLANTIC, codes: '787 939' },
  { state: 'RI', zones: EASTERN, codes: '401' },
  { state: 'SC', zones: EASTERN, codes: '803 821 839 843 854 864' },
  { state: 'SD', zones: CENTRAL_OR_MOUNTAIN, codes: '605' },
  { state: 'TN', zones: CENTRAL, codes: '615 629 731 901 931' },
  { state: 'TN', zones: EASTERN, codes: '865' },
  { state: 'TN', zones: EASTERN_OR_CENTRAL, codes: '423 729' },
  {
    state: 'TX',
    zones: CENTRAL,
    codes:
      '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979',
  },
  { state: 'TX', zones: MOUNTAIN, codes: '915' },
  { state: 'UT', zones: MOUNTAIN, codes: '385 435 801' },
  { state: 'VA', zones: EASTERN, codes: '276 434 540 571 686 703 757 804 826 948' },
  { state: 'VI', zones: ATLANTIC, codes: '340' },
  { state: 'VT', zones: EASTERN, codes: '802' },
  { state: 'WA', zones: PACIFIC, codes: '206 253 360 425 509 564' },
  { state: 'WI', zones: CENTRAL, codes: '262 274 353 414 534 608 715 920' },
  { state: 'WV', zones: EASTERN, codes: '304 681' },
  { state: 'WY', zones: MOUNTAIN, codes: '307' },
];

/** The other countries of the numbering plan: their zones are known, no state's rule applies. Same source. */
export const OTHER_AREA_CODES: readonly AreaCodeRow[] = [
  { state: null, zones: ['America/Edmonton'], codes: '368 403 587 780 825' },
  { state: null, zones: ['America/Vancouver'], codes: '604' },
  { state: null, zones: ['America/Vancouver', 'America/Edmonton'], codes: '236 250 257 672 778' },
  { state: null, zones: ['America/Winnipeg'], codes: '204 431 584' },
  { state: null, zones: ['America/Halifax'], codes: '428 506 782 902' },
  { state: null, zones: ['America/St_Johns', 'America/Goose_Bay'], codes: '709 879' },
  {
    state: null,
    zones: ['America/Toronto'],
    codes:
      '226 249 263 289 343 354 365 382 416 437 438 450 468 514 519 548 579 613 647 683 705 742 753 819 873 905 942',
  },
  { state: null, zones: ['America/Toronto', 'America/Halifax'], codes: '273 367 418 581' },
  { state: null, zones: ['America/Toronto', 'America/Winnipeg'], codes: '807' },
  { state: null, zones: ['America/Regina', 'America/Edmonton'], codes: '306 474 639' },
  { state: null, zones: ['America/Whitehorse', 'America/Edmonton', 'America/Iqaluit'], codes: '867' },
  { state: null, zones: ['America/Anguilla'], codes: '264' },
  { state: null, zones: ['America/Antigua'], codes: '268' },
  { state: null, zones: ['America/Barbados'], codes: '246' },
  { state: null, zones: ['America/Cayman'], codes: '345' },
  { state: null, zones: ['America/Dominica'], codes: '767' },
  { state: null, zones: ['America/Grand_Turk'], codes: '649' },
  { state: null, zones: ['America/Grenada'], codes: '473' },
  { state: null, zones: ['America/Jamaica'], codes: '658 876' },
  { state: null, zones: ['America/Lower_Princes'], codes: '721' },
  { state: null, zones: ['America/Montserrat'], codes: '664' },
  { state: null, zones: ['America/Nassau'], codes: '242' },
  { state: null, zones: ['America/Port_of_Spain'], codes: '868' },
  { state: null, zones: ['America/Santo_Domingo'], codes: '809 829 849' },
  { state: null, zones: ['America/St_Kitts'], codes: '869' },
  { state: null, zones: ['America/St_Lucia'], codes: '758' },
  { state: null, zones: ['America/St_Vincent'], codes: '784' },
  { state: null, zones: ['America/Tortola'], codes: '284' },
  { state: null, zones: ['Atlantic/Bermuda'], codes: '441' },
];
