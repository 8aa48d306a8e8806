/// A valid scenario that uses every key of the format.
let fullScenario = """
    selaras: 1
    name: {id: Kota Contoh, en: Example City}
    calendar: {start: 2023-01, end: 2025-12, step: month, benefits_until: 2027-12}
    discount_rate: 6%
    quick_win: {label: Quick Win Tahap I, finish_by: 2023-12, max_duration: 12 bulan}

    dimensions:
      - {id: governance, name: Smart Governance, weight: 25}
      - {id: living, name: Smart Living, weight: 10}
      - {id: economy, name: {id: Ekonomi, en: Smart Economy}}

    owners:
      - {id: diskominfo, name: Dinas Komunikasi dan Informatika, staff: 14}
      - {id: dpmptsp, name: DPMPTSP dan Tenaga Kerja}

    funds:
      - id: pad
        name: Pendapatan Asli Daerah
        ceilings: {2023: 1.5 miliar, 2024: "1,9 miliar", 2025: Rp 1.900.000.000, 2026: 5}
        unspent: lapse
      - id: dau
        name: Dana Alokasi Umum
        ceilings: {2023: 1500000000, 2024: 2 triliun, 2025: 900 ribu}
        unspent: {carry: 20%}
      - id: dak-fisik
        name: DAK Fisik
        ceilings: {2023: 500 juta, 2024: 700 juta, 2025: 650 juta}
        pays_for: {kinds: [capital], owners: [diskominfo], dimensions: [governance], tags: [health, spbe]}

    programs:
      - id: intranet-a
        name: {id: Penuntasan Jaringan Intra Pemerintah, en: Government intranet}
        owner: diskominfo
        dimension: governance
        proposed_by: government
        tags: [infrastructure, spbe]
        benefits: {governance: 8, living: 1, economy: -0.5}
        ramp: [60%, 100%]
        window: {earliest: 2023-01, latest_finish: 2024-12, start_months: [1, 2, 9]}
        in_progress: 60%
        must: {reason: sudah berjalan 60 persen; tulang punggung seluruh OPD}
        duration: {low: 4, likely: 6, high: 9, plan: 5.5}
        staff: {diskominfo: 4}
        costs:
          - {name: perangkat, kind: capital, amount: 1.45 miliar, profile: even}
          - {name: langganan, kind: operating, amount: 240 juta, years: 2, funds: [pad, dau], cost_factor: 1.1}
        cost_factor: {low: 0.9, likely: 1, high: 1.2, shape: pert}
        benefit_factor: {values: [[1, 70], [0.65, 30]]}
        procurement: e-katalog
        contract: single_year
        code: "2.16.03.2.02.0014"
        element: birokrasi
        notes: catatan
        yearly_return: 200 juta
      - id: command-center
        name: Pusat Kendali
        owner: dpmptsp
        dimension: living
        requires:
          - intranet-a
          - {program: intranet-b, after: start, lag: 2}
          - {program: open-data, lag: 1 bulan}
          - {program: call-center, at: 80%, lag: 0.5}
        requires_any: {at_least: 1, of: [open-data, call-center], after: finish}
        helped_by: [{program: intranet-b, share: 10%}, {program: call-center, share: 0.2}]
        variants:
          - {id: pilot, name: Percontohan, duration: 6, costs: [{name: alat, kind: capital, amount: 100 juta, profile: [1, 2, 0, 0, 3, 4]}]}
          - id: full
            duration: 12 months
            costs: []
            staff: {diskominfo: 0}
            benefits: {living: 9}
            ramp: [1]
            window: {}
            cost_factor: {p10: 0.9, p90: 1.2, shape: lognormal}
            benefit_factor: {mean: 1, sd: 0.1, shape: normal}
            procurement: tender
            notes: penuh
      - {id: intranet-b, name: B, owner: diskominfo, dimension: governance, duration: {mean: 3, shape: exponential, plan: 3}, costs: [], contract: multi_year}
      - {id: open-data, name: Data, owner: dpmptsp, dimension: economy, duration: {low: 2, high: 4, plan: 3}, costs: [], must_not: {reason: tunda}}
      - {id: call-center, name: Pusat Panggilan, owner: dpmptsp, dimension: living, proposed_by: community, duration: 4, costs: [], requires: [{program: open-data, timing: none}]}

    groups:
      - {id: one-room, kind: at_most, k: 1, of: [command-center, call-center]}
      - {id: some, kind: at_least, k: 1, of: [command-center, intranet-b]}
      - {id: exact, kind: exactly, k: 1, of: [intranet-a]}
      - {id: together, kind: all_or_none, of: [intranet-a, intranet-b]}
    synergies:
      - {id: one-rail, programs: [intranet-a, intranet-b], benefits: {economy: 2}}
    rules:
      - {id: every-dimension, each: dimension, measure: count, min: 0, reason: semua terwakili}
      - {id: bottom-up, where: {proposed_by: [community]}, measure: spend, min_share: 0%}
      - {id: tender-desk, measure: starts, per: period, max: 4}
      - {id: quick-wins, measure: quick_wins, by: 2024-06, max: 5}
      - {id: points, measure: {benefit: living}, where: {tags: [spbe]}, min: 0.5}
      - {id: roads-2024, measure: capital, in: 2024, where: {owners: [diskominfo], dimensions: [governance], programs: [intranet-a]}, max: 2 miliar}
      - {id: upkeep, measure: operating, max: 1 miliar, max_share: 100%}
    objective: [maximise value, {maximise benefit: governance}, maximise quick_wins, maximise count, minimise cost, minimise finish]

    risk:
      correlation: [{quantity: duration, rho: 0.3}, {quantity: cost, rho: 0.2, among: {owners: [diskominfo]}}]
      drivers: [{id: exchange-rate, affects: {tags: [infrastructure]}, cost: {low: 0.95, likely: 1, high: 1.2}, duration: 1, benefit: 1}]
      procurement: [{id: tender, failure: 23%, retry_delay: {low: 1.5, likely: 2, high: 3}, give_up_after: 3}, {id: e-katalog, failure: 2%, retry_delay: 1, give_up_after: 3}]
      events: [{id: vendor-delay, name: {id: Penyedia terlambat, en: Vendor delay}, probability: 25%, scope: each, affects: {tags: [infrastructure]}, delay: {low: 1, likely: 2, high: 3}, cost: 1.1, benefit: 0.9, cancels: false}]
      year_end: {grace: 1.64}
      budget_revision_month: 10
      budget_shocks: [{id: refocusing, funds: [dau, pad], years: [2023, 2024], probability: 20%, cut: {low: 5%, high: 15%}}]
    simulation: {trials: 100000, seed: 20220615, policy: budget, start: planned}
    expect:
      - {value: status, is: optimal}
      - {value: plan.quick_wins, at_least: 5}
      - {value: risk.quick_wins_on_time, at_most: 30%}
      - {value: plan.value, within: [1, 2.5]}

    """
