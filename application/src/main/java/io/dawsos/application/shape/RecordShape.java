package io.dawsos.application.shape;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The shape of a record: its components by their snake-case names, how to read them and how to make the record. The one class that
 * reads records by reflection, once for each type.
 */
public final class RecordShape {

    private static final Map<Class<?>, Shape> SCALARS = Map.ofEntries(
            Map.entry(String.class, Shape.Scalar.STRING),
            Map.entry(boolean.class, Shape.Scalar.BOOLEAN),
            Map.entry(Boolean.class, Shape.Scalar.BOOLEAN),
            Map.entry(int.class, Shape.Scalar.INTEGER),
            Map.entry(Integer.class, Shape.Scalar.INTEGER),
            Map.entry(long.class, Shape.Scalar.LONG),
            Map.entry(Long.class, Shape.Scalar.LONG),
            Map.entry(double.class, Shape.Scalar.DOUBLE),
            Map.entry(Double.class, Shape.Scalar.DOUBLE),
            Map.entry(BigDecimal.class, Shape.Scalar.DECIMAL),
            Map.entry(LocalDate.class, Shape.Scalar.DATE),
            Map.entry(UUID.class, Shape.Scalar.UUID));

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type.asSubclass(Record.class));
        }
    };

    private final Class<? extends Record> type;
    private final List<Component> components;
    private final Map<String, Component> byName = new ConcurrentHashMap<>();
    private final MethodHandle constructor;

    private RecordShape(Class<? extends Record> type) {
        this.type = type;
        RecordComponent[] parts = type.getRecordComponents();
        List<Component> list = new ArrayList<>();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asType(MethodType.methodType(Record.class, types))
                    .asSpreader(Object[].class, types.length);
            for (int i = 0; i < parts.length; i++) {
                list.add(new Component(
                        snakeCase(parts[i].getName()),
                        shapeOf(parts[i].getGenericType()),
                        Optional.ofNullable(parts[i].getAnnotation(Describe.class))
                                .map(Describe::value),
                        accessor(lookup, type, lookup.unreflect(parts[i].getAccessor()))));
            }
        } catch (Throwable e) {
            throw new IllegalArgumentException("can't read the record " + type.getName(), e);
        }
        this.components = List.copyOf(list);
        components.forEach(component -> byName.put(component.name(), component));
    }

    /** Turns an accessor into a function of a class of its own, which runs like a written call. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(
            MethodHandles.Lookup lookup, Class<? extends Record> type, MethodHandle handle) throws Throwable {
        return (Function<Object, Object>) LambdaMetafactory.metafactory(
                        lookup,
                        "apply",
                        MethodType.methodType(Function.class),
                        MethodType.methodType(Object.class, Object.class),
                        handle,
                        MethodType.methodType(handle.type().wrap().returnType(), type))
                .getTarget()
                .invoke();
    }

    /**
     * Gives the shape of a record.
     *
     * @throws IllegalArgumentException if a component is of a type that has no shape
     */
    public static RecordShape of(Class<? extends Record> type) {
        return SHAPES.get(type);
    }

    /**
     * One component.
     *
     * @param name in snake case
     * @param description the text of its {@link Describe}
     */
    public record Component(String name, Shape shape, Optional<String> description, Function<Object, Object> accessor) {
        /** Reads the component of a record. */
        public Object read(Record value) {
            return accessor.apply(value);
        }
    }

    /** The record's class. */
    public Class<? extends Record> type() {
        return type;
    }

    /** The components in their order. */
    public List<Component> components() {
        return components;
    }

    /** Finds a component by its snake-case name. */
    public Optional<Component> component(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The text of the record's {@link Describe}. */
    public Optional<String> description() {
        return Optional.ofNullable(type.getAnnotation(Describe.class)).map(Describe::value);
    }

    /**
     * Makes the record.
     *
     * @param values of the components, in their order
     */
    public Record make(Object[] values) {
        try {
            return (Record) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of a record threw", e);
        }
    }

    private static Shape shapeOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return new Shape.Maybe(shapeOf(arguments[0]), false);
            }
            if (generic.getRawType() == Figure.class) {
                return new Shape.Maybe(shapeOf(arguments[0]), true);
            }
            if (generic.getRawType() == List.class) {
                return new Shape.ListOf(shapeOf(arguments[0]));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new Shape.MapOf(shapeOf(arguments[1]));
            }
        }
        if (type instanceof Class<?> plain) {
            Shape scalar = SCALARS.get(plain);
            if (scalar != null) {
                return scalar;
            }
            if (plain.isRecord()) {
                return new Shape.RecordOf(of(plain.asSubclass(Record.class)));
            }
            if (plain.isEnum()) {
                return new Shape.OneOf(enumType(plain));
            }
        }
        throw new IllegalArgumentException("a component of type " + type + " has no shape");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Class<? extends Enum<?>> enumType(Class<?> type) {
        return (Class<? extends Enum<?>>) (Class) type.asSubclass(Enum.class);
    }

    /** {@code twr1y} becomes {@code twr_1y}, {@code marketValue} becomes {@code market_value}. */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean digitBegins = Character.isDigit(letter) && i > 0 && !Character.isDigit(name.charAt(i - 1));
            if (Character.isUpperCase(letter) || digitBegins) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }
}
