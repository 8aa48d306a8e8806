#include "search.h"
#include <string.h>

/* A child of a node, or the root. */
node *make_node(node *parent, basis *start) {
    node *n = glp_alloc(1, sizeof(node));
    *n = (node){.parent = parent, .references = 1, .start = start};
    if (parent != NULL) parent->references++;
    if (start != NULL) start->references++;
    return n;
}

/* Gives a node back, and its parents where nothing else needs them. */
void release(search *s, node *n) {
    while (n != NULL && --n->references == 0) {
        node *parent = n->parent;
        drop_basis(s, n->start);
        if (n->narrowed != NULL) glp_free(n->narrowed);
        glp_free(n);
        n = parent;
    }
}

void push_open(search *s, node *n) {
    if (s->open_count == s->open_room) {
        s->open_room = 2 * s->open_room + 64;
        s->open = s->open == NULL ? glp_alloc(s->open_room, sizeof(node *))
                                  : glp_realloc(s->open, s->open_room, sizeof(node *));
    }
    int i = s->open_count++;
    for (; i > 0 && s->open[(i - 1) / 2]->bound > n->bound; i = (i - 1) / 2) s->open[i] = s->open[(i - 1) / 2];
    s->open[i] = n;
}

/* Takes the open node with the smallest bound. */
node *take_best(search *s) {
    node *best = s->open[0], *last = s->open[--s->open_count];
    int i = 0;
    for (int child = 1; child < s->open_count; child = 2 * i + 1) {
        if (child + 1 < s->open_count && s->open[child + 1]->bound < s->open[child]->bound) child++;
        if (s->open[child]->bound >= last->bound) break;
        s->open[i] = s->open[child];
        i = child;
    }
    s->open[i] = last;
    return best;
}

static void narrow(search *s, const bounds *b) {
    if (b->lower > s->goal_lower[b->column]) s->goal_lower[b->column] = b->lower;
    if (b->upper < s->goal_upper[b->column]) s->goal_upper[b->column] = b->upper;
}

/* Gives the relaxation the bounds of a node and the basis that it starts from. */
void enter(search *s, const node *n) {
    memcpy(s->goal_lower, s->first_lower, (s->columns + 1) * sizeof(double));
    memcpy(s->goal_upper, s->first_upper, (s->columns + 1) * sizeof(double));
    for (const node *at = n; at != NULL; at = at->parent) {
        for (int i = 0; i < at->narrowed_count; i++) narrow(s, &at->narrowed[i]);
    }
    for (int j = 1; j <= s->columns; j++)
        if (is_integer(s, j)) bound_column(s, j, s->goal_lower[j], s->goal_upper[j]);
    load_basis(s, n->start);
}

/* Notes bounds that hold at a node and all that come from it. */
void note_bounds(node *n, int column, double lower, double upper) {
    int count = n->narrowed_count;
    if (count == 0) n->narrowed = glp_alloc(16, sizeof(bounds));
    else if (count >= 16 && (count & (count - 1)) == 0)
        n->narrowed = glp_realloc(n->narrowed, 2 * count, sizeof(bounds));
    n->narrowed[n->narrowed_count++] = (bounds){column, lower, upper};
}

/* The same, for the node that was entered: at once. */
void narrow_node(search *s, node *n, int column, double lower, double upper) {
    note_bounds(n, column, lower, upper);
    bound_column(s, column, lower, upper);
}
