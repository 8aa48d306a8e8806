/* One call = one solve: build, branch and bound with GLPK's simplex method and cuts, copy out, free
   the environments of this thread and of those that help it. All arrays of the caller start at 0.
   Callbacks come on the caller's thread and only exchange plain arrays; they must not call GLPK, so that
   no jump ever crosses a frame of theirs. */
#ifndef CGLPK_SHIMS_H
#define CGLPK_SHIMS_H

typedef struct {
    int columns, rows;
    const double *lower, *upper, *cost;   /* per column; infinite bounds as +-HUGE_VAL */
    const unsigned char *is_integer;      /* per column; integer columns have finite bounds */
    const int *group;                     /* per column, from 0 and below columns: what is alike; or NULL */
    const double *row_lower, *row_upper;  /* per row */
    const int *row_begin;                 /* rows + 1 positions in column / value */
    const int *column;
    const double *value;
    double constant;
} cglpk_model;

typedef struct {
    int has_incumbent;
    double incumbent, bound, seconds;
    int has_bound, nodes;
    long iterations;          /* of the simplex method */
    const double *relaxed;    /* per column: values of the strengthened root relaxation, between rounds of the last
                                 one that the first task solved; NULL before */
} cglpk_progress;

/* Rows that every wanted solution keeps: the caller's memory, until the next call. */
typedef struct {
    int count;
    const int *begin;         /* count + 1 positions in column / value */
    const int *column;
    const double *value, *lower, *upper;
} cglpk_rows;

/* What the caller thinks of a solution, or brings from elsewhere. */
typedef struct {
    int is_incumbent;         /* it is kept as the best so far */
    int has_cutoff;
    double cutoff;            /* only solutions with a smaller objective are wanted from now on */
    int terms;                /* of a row that holds from now on; 0: none */
    int *column;              /* to be filled; room for each of the model's columns once */
    double *value;
    double lower, upper;
    int stop;                 /* ends the search */
} cglpk_verdict;

typedef struct {
    int node_limit;           /* 0: none */
    double time_limit;        /* seconds; <= 0: none */
    double absolute_gap;      /* stop when the gap is at most this */
    int memory_mib;           /* 0: none */
    int iterations_per_line;  /* of the simplex method, for each row and column, before it counts as a circle */
    int mir_cuts, gomory_cuts;
    int propagation;          /* narrow bounds at every node by what the rows leave */
    int reliability;          /* strong branchings of a column before its pseudocost is trusted */
    int group_reliability;    /* the same for all columns of its group together, once it was tried itself */
    int most_tried;           /* columns tried by strong branching at a node */
    int threads;              /* no result depends on it */
    int tasks;                /* parts of the tree that are explored in a round without regard to each other */
    const double *first_incumbent;  /* per column, or NULL */
    int has_cutoff;
    double cutoff;            /* only solutions with a smaller objective are wanted */
    void *info;
    int (*progress)(void *info, const cglpk_progress *progress);  /* nonzero: stop */
    /* Finds rows that the values of a relaxation break; NULL: none. */
    void (*separate)(void *info, const double *values, cglpk_rows *rows);
    /* Judges a solution; NULL: every one is the best so far and the cutoff. */
    void (*judge)(void *info, const double *values, double objective, cglpk_verdict *verdict);
    /* Looks elsewhere for something better, before the tree and between its rounds; NULL: nobody does. */
    void (*improve)(void *info, const cglpk_progress *progress, cglpk_verdict *verdict);
} cglpk_options;

enum { CGLPK_OPTIMAL, CGLPK_INFEASIBLE, CGLPK_UNBOUNDED, CGLPK_NODE_LIMIT, CGLPK_TIME_LIMIT,
       CGLPK_CANCELLED, CGLPK_FAILED };

typedef struct {
    int status;
    int has_solution, has_bound, nodes;
    long iterations;      /* of the simplex method */
    double objective, bound;
    double *values;       /* per column; the caller's memory */
    double *reduced_costs;  /* per column, of the strengthened root; the caller's memory */
    double root_bound;    /* its objective, which the reduced costs go with */
    int has_root;
    char message[256];    /* what GLPK said, where it failed */
} cglpk_result;

/* GLPK's version, "5.0". */
const char *cglpk_version(void);

/* Solves; a failure inside GLPK comes back as CGLPK_FAILED. */
void cglpk_solve(const cglpk_model *model, const cglpk_options *options, cglpk_result *result);

#endif
